//! Each thing that can be wrong, in a tiny season where it is, and in one beside it where it is not.

mod bundles;
mod coaches;
mod definition;
mod eligible;
mod figures;
mod header;
mod locks;
mod nearest;
mod places;
mod points;
mod priority;
mod random;
mod refusals;
mod small;
mod teams;
mod times;
mod truth;

//! Dates and times of the domain: what goes wrong elsewhere, and properties over any input.
#![cfg(feature = "zone")]

#[cfg(test)]
mod calendar;
#[cfg(test)]
mod clock;
#[cfg(test)]
mod model;
#[cfg(test)]
mod recurrence;
#[cfg(test)]
mod support;
#[cfg(test)]
mod week;
#[cfg(test)]
mod zone;

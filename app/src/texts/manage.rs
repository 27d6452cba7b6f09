//! Texts of the manage pages.

crate::texts! {}

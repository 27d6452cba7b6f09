//! Texts of the search pages.

crate::texts! {}

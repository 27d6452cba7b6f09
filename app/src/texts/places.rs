//! Texts of the places pages.

crate::texts! {}

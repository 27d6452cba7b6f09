//! Texts of the case pages.

crate::texts! {}

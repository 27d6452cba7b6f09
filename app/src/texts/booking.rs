//! Texts of the booking flow.

crate::texts! {}

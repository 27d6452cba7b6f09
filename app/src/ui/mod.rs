//! Components that pages share.

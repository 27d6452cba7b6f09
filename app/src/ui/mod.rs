//! Components that pages share. None knows the server, so that islands can use them.

mod alert;
mod field;
mod form;
mod icon;
mod layout;
mod nav;
mod strip;
mod table;
mod tag;
mod text;

pub use alert::{Alert, EmptyState, Tone};
pub use field::{
    Checkbox, ErrorSummary, Field, FieldFrame, Radio, RadioGroup, Select, SelectOption, TextArea,
    described_by,
};
pub use form::{Button, ButtonKind, HiddenFields, LinkButton, PostForm};
pub use icon::{Glyph, Icon};
pub use layout::{Card, Details, Facts, Section};
pub use nav::{Breadcrumbs, Crumb, Pagination, Tab, Tabs};
pub use strip::{Legend, Strip, StripKind, StripPart, StripPatterns};
pub use table::TableFrame;
pub use tag::Tag;
pub use text::MaybeText;

//! The document for errors that no page of ours can tell: refused by a guard, too large, a panic.

use crate::{
    error::words,
    texts::{Lang, common},
};
use http::StatusCode;

/// A whole HTML document that says what is wrong and how to go on. `id` is the request's id, to quote to us.
pub fn error_document(lang: Lang, status: StatusCode, id: &str) -> String {
    let (title, text) = words(lang, status);
    let (tag, home) = (lang.tag(), common::home(lang));
    let code = status.as_u16();
    format!(
        "<!DOCTYPE html><html lang=\"{tag}\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <link rel=\"icon\" href=\"/favicon.svg\" type=\"image/svg+xml\"><title>{title} – Ledig</title></head>\
         <body><main id=\"main\"><h1>{title}</h1><p>{text}</p><p><a href=\"/\">{home}</a></p>\
         <p><small>{code} · {id}</small></p></main></body></html>"
    )
}

//! The built client and other files: served compressed as they were built, and kept for good where the name
//! carries a hash of the content.

use super::Site;
use axum::{
    Router,
    extract::Request,
    http::{HeaderValue, header},
    middleware::{self, Next},
    response::Response,
};
use std::path::Path;
use tower_http::services::ServeDir;

/// `/pkg` (hashed names where the build makes them) and `/fonts`.
pub fn routes(site: &Site) -> Router {
    let root = Path::new(site.leptos.site_root.as_ref());
    let files = |folder: &str| {
        ServeDir::new(root.join(folder))
            .precompressed_br()
            .precompressed_gzip()
    };
    let pkg = Router::new()
        .fallback_service(files("pkg"))
        .layer(middleware::from_fn(keep_if_hashed));
    let fonts = Router::new()
        .fallback_service(files("fonts"))
        .layer(middleware::from_fn(keep_for_good));
    Router::new().nest("/pkg", pkg).nest("/fonts", fonts)
}

/// A file whose name carries a hash of its content never changes under that name.
async fn keep_if_hashed(request: Request, next: Next) -> Response {
    let hashed = is_hashed(request.uri().path());
    if hashed {
        keep_for_good(request, next).await
    } else {
        next.run(request).await
    }
}

/// `ledig.Eu5A52FFk5yGUCRmKRoK0g.js`: between name and ending stand the 22 characters of a 128-bit hash.
fn is_hashed(path: &str) -> bool {
    path.rsplit('/')
        .next()
        .unwrap_or(path)
        .split('.')
        .skip(1)
        .any(|part| part.len() == 22)
}

async fn keep_for_good(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    if response.status().is_success() || response.status() == axum::http::StatusCode::NOT_MODIFIED {
        let value = HeaderValue::from_static("public, max-age=31536000, immutable");
        response.headers_mut().insert(header::CACHE_CONTROL, value);
    }
    response
}

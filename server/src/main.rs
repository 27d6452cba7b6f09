//! The `ledig` binary.

use axum::{Router, serve::ListenerExt as _};
use ledig_app::{app::App, context, shell::shell};
use leptos::prelude::*;
use leptos_axum::{LeptosRoutes as _, file_and_error_handler_with_context, generate_route_list};

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    tracing_subscriber::fmt().init();
    let options = get_configuration(None)?.leptos_options;
    let address = options.site_addr;
    let routes = generate_route_list(App);
    let router = Router::new()
        .leptos_routes_with_context(&options, routes, context::provide, {
            let options = options.clone();
            move || shell(options.clone())
        })
        .fallback(file_and_error_handler_with_context::<LeptosOptions, _>(
            context::provide,
            shell,
        ))
        .with_state(options);
    let listener = tokio::net::TcpListener::bind(address).await?.tap_io(|stream| {
        let _ = stream.set_nodelay(true);
    });
    tracing::info!("listening on http://{address}");
    axum::serve(listener, router).await?;
    Ok(())
}

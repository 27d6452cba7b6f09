//! Serving: the listener, background work, and an orderly end.

use crate::{
    accounts::Sessions,
    config::Config,
    jobs, open,
    web::{self, Site},
};
use anyhow::Context as _;
use axum::serve::ListenerExt as _;
use ledig_service::Service;
use leptos::config::LeptosOptions;
use std::{net::SocketAddr, path::PathBuf, time::Duration};
use tokio::{net::TcpListener, sync::watch};

/// How long requests in flight may take to finish when the server is told to stop.
const GRACE: Duration = Duration::from_secs(20);

/// Serves until the process is told to stop, then finishes what is in flight.
///
/// # Errors
/// When the address cannot be listened on, or the session table cannot be made.
pub async fn serve(config: Config, service: Service) -> anyhow::Result<()> {
    let sessions = Sessions::open(service.store(), &config.database_url)
        .await
        .context("the sessions' table cannot be opened")?;
    let municipality = open::municipality(service.store()).await?;
    let municipality = municipality.map(|found| found.name).unwrap_or_default();
    let leptos = leptos_options(&config);
    let metrics = web::metrics_recorder().context("metrics cannot be recorded")?;
    let listener = TcpListener::bind(config.listen)
        .await
        .with_context(|| {
            format!(
                "cannot listen on {} (is something else serving there?)",
                config.listen
            )
        })?
        // Without it, small answers wait 40 ms for the peer's delayed acknowledgement.
        .tap_io(|stream| {
            let _ = stream.set_nodelay(true);
        });
    let public_url = config.public_url.clone();
    let site = Site::new(service, &municipality, config, leptos, sessions, Some(metrics));
    let app = web::router(&site).into_make_service_with_connect_info::<SocketAddr>();

    let (stop, stopping) = watch::channel(false);
    let jobs_done = tokio::spawn(jobs::run(site.clone(), stopping.clone()));
    tracing::info!("serving at {public_url}");
    let mut told = stopping.clone();
    let server = axum::serve(listener, app).with_graceful_shutdown(async move {
        let _ = told.wait_for(|stop| *stop).await;
    });
    let server = tokio::spawn(server.into_future());

    told_to_stop().await;
    tracing::info!("stopping: finishing what is in flight");
    let _ = stop.send(true);
    if tokio::time::timeout(GRACE, server).await.is_err() {
        tracing::warn!("some requests did not finish in {} s", GRACE.as_secs());
    }
    let _ = jobs_done.await;
    site.service.store().close().await;
    tracing::info!("stopped");
    Ok(())
}

/// Where the built client is, and whether its file names carry hashes.
pub fn leptos_options(config: &Config) -> LeptosOptions {
    let beside = std::env::current_exe()
        .ok()
        .and_then(|exe| Some(exe.parent()?.to_path_buf()))
        .unwrap_or_default();
    let root = config.site_root.clone().unwrap_or_else(|| {
        let packed = beside.join("site");
        if packed.is_dir() {
            packed
        } else {
            PathBuf::from("target/site")
        }
    });
    if !root.join("pkg").is_dir() {
        tracing::warn!(
            "no client in {}: build it with `make run`, or set server.site_root",
            root.display()
        );
    }
    let hashed = beside.join("hash.txt").is_file();
    LeptosOptions::builder()
        .output_name("ledig")
        .site_root(root.to_string_lossy().into_owned())
        .site_pkg_dir("pkg")
        .site_addr(config.listen)
        .hash_files(hashed)
        .build()
}

/// Waits for SIGTERM or Ctrl-C.
async fn told_to_stop() {
    let ctrl_c = async {
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    };
    #[cfg(unix)]
    let terminate = async {
        match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
            Ok(mut signal) => {
                signal.recv().await;
            }
            Err(_) => std::future::pending().await,
        }
    };
    #[cfg(not(unix))]
    let terminate = std::future::pending::<()>();
    tokio::select! {
        () = ctrl_c => {}
        () = terminate => {}
    }
}

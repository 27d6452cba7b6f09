//! Limits on sign-ins and writes, per network address.
//!
//! Counted in memory: with several replicas each counts its own share, which is a looser limit, not none.

use super::{Site, peer};
use crate::config::Config;
use axum::{
    extract::{Request, State},
    http::{HeaderValue, Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse as _, Response},
};
use governor::{
    Quota, RateLimiter,
    clock::{Clock as _, DefaultClock},
    state::keyed::DefaultKeyedStateStore,
};
use std::{net::IpAddr, num::NonZeroU32};

type Limiter = RateLimiter<IpAddr, DefaultKeyedStateStore<IpAddr>, DefaultClock>;

/// The two limits of a site.
pub struct Limits {
    enabled: bool,
    sign_ins: Limiter,
    writes: Limiter,
}

impl Limits {
    /// As the operator set them.
    pub fn new(config: &Config) -> Self {
        let limiter = |per_minute: u32| {
            RateLimiter::keyed(Quota::per_minute(
                NonZeroU32::new(per_minute).unwrap_or(NonZeroU32::MIN),
            ))
        };
        Self {
            enabled: config.rate_limits,
            sign_ins: limiter(config.sign_ins_per_minute),
            writes: limiter(config.writes_per_minute),
        }
    }

    /// Forgets addresses that have been quiet; call it now and then.
    pub fn forget_quiet(&self) {
        for limiter in [&self.sign_ins, &self.writes] {
            limiter.retain_recent();
            limiter.shrink_to_fit();
        }
    }

    /// Seconds to wait, if the address has used up what it may.
    fn wait(&self, request: &Request, address: IpAddr) -> Option<u64> {
        if !self.enabled || matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS) {
            return None;
        }
        let limiter = if request.uri().path() == "/logg-inn" {
            &self.sign_ins
        } else {
            &self.writes
        };
        let denied = limiter.check_key(&address).err()?;
        let wait = denied.wait_time_from(DefaultClock::default().now());
        Some(wait.as_secs() + 1)
    }
}

/// Answers 429 with `Retry-After` to an address that asks too often.
pub async fn layer(State(site): State<Site>, request: Request, next: Next) -> Response {
    let address = peer::address(&request, site.config.trust_forwarded);
    match site.limits.wait(&request, address) {
        None => next.run(request).await,
        Some(seconds) => {
            metrics::counter!("ledig_rate_limited_total").increment(1);
            let mut response = StatusCode::TOO_MANY_REQUESTS.into_response();
            response
                .headers_mut()
                .insert(header::RETRY_AFTER, HeaderValue::from(seconds));
            response
        }
    }
}

//! Whose network address a request comes from.

use axum::{
    extract::{ConnectInfo, Request},
    http::{Extensions, HeaderMap},
};
use std::net::{IpAddr, Ipv6Addr, SocketAddr};

/// The address that limits count by; IPv6 by its /64 network, which is what one household has.
pub fn address(request: &Request, trust_forwarded: bool) -> IpAddr {
    let forwarded = if trust_forwarded {
        last_forwarded(request.headers())
    } else {
        None
    };
    let address = forwarded.or_else(|| connected(request.extensions()));
    match address
        .unwrap_or(IpAddr::V6(Ipv6Addr::UNSPECIFIED))
        .to_canonical()
    {
        IpAddr::V6(v6) => IpAddr::V6(Ipv6Addr::from(u128::from(v6) & !u128::from(u64::MAX))),
        v4 @ IpAddr::V4(_) => v4,
    }
}

/// The last address in `X-Forwarded-For` is the one that our own proxy saw.
fn last_forwarded(headers: &HeaderMap) -> Option<IpAddr> {
    headers
        .get_all("x-forwarded-for")
        .iter()
        .next_back()?
        .to_str()
        .ok()?
        .rsplit(',')
        .next()?
        .trim()
        .parse()
        .ok()
}

fn connected(extensions: &Extensions) -> Option<IpAddr> {
    extensions
        .get::<ConnectInfo<SocketAddr>>()
        .map(|info| info.0.ip())
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::body::Body;

    fn seen(peer: &str, forwarded: &str, trust: bool) -> String {
        let mut request = Request::new(Body::empty());
        request
            .extensions_mut()
            .insert(ConnectInfo(SocketAddr::new(peer.parse().unwrap(), 1)));
        request
            .headers_mut()
            .insert("x-forwarded-for", forwarded.parse().unwrap());
        address(&request, trust).to_string()
    }

    #[test]
    fn a_stranger_cannot_choose_an_address() {
        assert_eq!(seen("192.0.2.1", "198.51.100.9", false), "192.0.2.1");
    }

    #[test]
    fn a_trusted_proxy_tells_whom_it_saw() {
        assert_eq!(
            seen("192.0.2.1", "203.0.113.5, 198.51.100.9", true),
            "198.51.100.9"
        );
    }

    #[test]
    fn one_ipv6_network_counts_as_one() {
        assert_eq!(seen("2001:db8:1:2:3:4:5:6", "", true), "2001:db8:1:2::");
        assert_eq!(seen("::ffff:192.0.2.1", "", true), "192.0.2.1");
    }
}

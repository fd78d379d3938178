//! The proxy, before an upstream without CORS that sometimes misbehaves.

mod forwarding;
mod in_chromium;
mod limits;
mod upstream;

use std::net::{Ipv4Addr, SocketAddr};

use cors_tests::example::Example;
use cors_tests::wire::{self, Request, Response};

use crate::proxy::upstream::Upstream;

const PAGE: &str = "http://localhost:5173";

struct Proxy {
    address: SocketAddr,
    upstream: Upstream,
    _example: Example,
}

impl Proxy {
    /// Starts a proxy that accepts bodies of 1000 bytes, and waits half as long as the client.
    fn start() -> Self {
        let upstream = Upstream::start();
        let url = format!("http://localhost:{}/v1/", upstream.port);
        let arguments = ["--upstream", &url, "--max-bytes", "1000", "--seconds", "1"];
        let mut example = Example::start("proxy", &arguments);
        let port = example.url().rsplit_once(':').unwrap().1.parse().unwrap();
        Self { address: (Ipv4Addr::LOCALHOST, port).into(), upstream, _example: example }
    }

    /// Sends a request of the page.
    fn send(&self, request: Request) -> Response {
        wire::send(self.address, &request.header("Origin", PAGE)).unwrap()
    }

    fn get(&self, path: &str) -> Response {
        self.send(Request::new("GET", path))
    }
}

/// Returns the only value of a header.
fn value(response: &Response, name: &str) -> Option<String> {
    let values: Vec<&[u8]> = response.values(name).collect();
    assert!(values.len() <= 1, "{name}: {values:?}");
    values.first().map(|value| String::from_utf8_lossy(value).into_owned())
}

/// Returns the status and the text of a response that the page can read.
fn readable(response: &Response) -> (u16, String) {
    assert_eq!(value(response, "access-control-allow-origin").as_deref(), Some(PAGE));
    (response.status, String::from_utf8(response.body.clone()).unwrap())
}

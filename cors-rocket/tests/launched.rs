//! A server on a socket, because local clients neither move a launched Rocket nor send invalid UTF-8.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test"
)]

#[macro_use]
mod common;

use std::io::{Read, Write};
use std::net::{Ipv4Addr, TcpStream};

use common::FULL;
use rocket::fairing::AdHoc;
use rocket::{Config, Shutdown, get, routes};

annotated! { &FULL, "GET, HEAD"; #[get("/")] fn index() -> &'static str { "index" } }

/// Sends `headers` with a `GET /` and an `OPTIONS /`.
fn exchange(port: u16, headers: &[u8]) -> [String; 2] {
    ["GET", "OPTIONS"].map(|method| {
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port)).expect("a connection");
        let request =
            [method.as_bytes(), b" / HTTP/1.1\r\nhost: a\r\nconnection: close\r\n", headers, b"\r\n"];
        stream.write_all(&request.concat()).expect("a request");
        let mut response = String::new();
        stream.read_to_string(&mut response).expect("a response");
        response.to_ascii_lowercase()
    })
}

fn check(port: u16) {
    let headers = b"origin: https://app.example.com\r\naccess-control-request-method: GET\r\n";
    let [actual, preflight] = exchange(port, headers);
    assert!(actual.starts_with("http/1.1 200"), "{actual}");
    assert!(actual.contains("\r\naccess-control-allow-origin: https://app.example.com\r\n"), "{actual}");
    assert!(preflight.starts_with("http/1.1 204"), "{preflight}");
    assert!(
        preflight.contains("\r\naccess-control-allow-origin: https://app.example.com\r\n"),
        "{preflight}"
    );
    assert!(!preflight.contains("\r\ncontent-length"), "{preflight}");

    // Rocket drops the line, so these requests appear to have no origin.
    let headers = b"origin: https://app.example.com\xff\r\naccess-control-request-method: GET\r\n";
    let [actual, preflight] = exchange(port, headers);
    assert!(actual.starts_with("http/1.1 200") && actual.contains("\r\nvary: origin\r\n"), "{actual}");
    assert!(preflight.starts_with("http/1.1 404"), "{preflight}");
    assert!(!actual.contains("access-control") && !preflight.contains("access-control"));
}

#[rocket::async_test]
async fn a_server() {
    let checks = AdHoc::on_liftoff("checks", |rocket| {
        let (port, shutdown): (u16, Shutdown) = (rocket.config().port, rocket.shutdown());
        Box::pin(async move {
            rocket::tokio::task::spawn_blocking(move || {
                let checked = std::panic::catch_unwind(|| check(port));
                CHECKED.set(checked.is_ok()).expect("one check");
                shutdown.notify();
            });
        })
    });
    let config = Config { port: 0, address: Ipv4Addr::LOCALHOST.into(), ..Config::debug_default() };
    let rocket = common::build().configure(config).attach(cors_rocket::Cors::fairing()).attach(checks);
    rocket.mount("/", routes![index]).launch().await.expect("a launch");
    assert_eq!(CHECKED.get(), Some(&true));
}

static CHECKED: std::sync::OnceLock<bool> = std::sync::OnceLock::new();

//! Headers and bodies that the proxy forwards, and those that it drops.

use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::time::Duration;

use cors_tests::wire::{self, Request};

use crate::proxy::{PAGE, Proxy, readable, value};

#[test]
fn answers_come_without_cookies_and_with_the_proxy_s_cors_headers() {
    let proxy = Proxy::start();
    let response = proxy.get("/users?page=2");
    assert_eq!(readable(&response), (200, "[\"Ada\"]".to_owned()));
    let mut vary: Vec<_> = response.values("vary").map(String::from_utf8_lossy).collect();
    vary.sort();
    assert_eq!(vary.join(", "), "Accept, Origin");
    let exposed = value(&response, "access-control-expose-headers");
    assert_eq!(exposed.as_deref(), Some("etag, link, retry-after"));
    for (name, expected) in [("etag", "\"7\""), ("content-type", "application/json"), ("content-length", "7")]
    {
        assert_eq!(value(&response, name).as_deref(), Some(expected), "{name}");
    }
    for name in
        ["set-cookie", "access-control-allow-credentials", "keep-alive", "x-hop", "proxy-authenticate"]
    {
        assert_eq!(value(&response, name), None, "{name}");
    }
    assert!(proxy.upstream.request().starts_with("get /v1/users?page=2 http/1.1\r\n"));
}

#[test]
fn requests_go_without_cookies_and_what_concerns_the_connection() {
    let proxy = Proxy::start();
    let request = Request::new("GET", "/users")
        .header("Cookie", "session=1")
        .header("Referer", "http://localhost:5173/private")
        .header("Sec-Fetch-Site", "cross-site")
        .header("Connection", "X-Mine, keep-alive")
        .header("X-Mine", "1")
        .header("TE", "trailers")
        .header("Upgrade", "h2c")
        .header("Proxy-Authorization", "Basic eA==")
        .header("Keep-Alive", "timeout=5")
        .header("Authorization", "Bearer token")
        .header("If-None-Match", "\"6\"")
        .header("X-Other", "a")
        .header("X-Other", "b");
    assert_eq!(proxy.send(request).status, 200);
    let forwarded = proxy.upstream.request();
    let mut lines: Vec<&str> = forwarded.trim_end().lines().collect();
    lines.sort_unstable();
    let host = format!("host: localhost:{}", proxy.upstream.port);
    let expected = [
        "authorization: bearer token",
        "get /v1/users http/1.1",
        &host,
        "if-none-match: \"6\"",
        "via: 1.1 cors-proxy",
        "x-other: a",
        "x-other: b",
    ];
    assert_eq!(lines, expected);
}

#[test]
fn bodies_go_through_with_their_length_or_in_chunks() {
    let proxy = Proxy::start();
    let mut post = Request::new("POST", "/echo");
    post.body = b"a=1".to_vec();
    assert_eq!(readable(&proxy.send(post)), (200, "a=1".to_owned()));
    assert!(proxy.upstream.request().contains("\r\ncontent-length: 3\r\n"));

    let chunked = format!(
        "POST /echo HTTP/1.1\r\nHost: a\r\nOrigin: {PAGE}\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n2\r\n=1\r\n0\r\n\r\n"
    );
    let response = wire::send_bytes(proxy.address, chunked.as_bytes(), false).unwrap();
    assert_eq!(response.status, 200);
    let forwarded = proxy.upstream.request();
    assert!(
        forwarded.contains("\r\ntransfer-encoding: chunked\r\n") && !forwarded.contains("content-length"),
        "{forwarded}"
    );

    let response = proxy.get("/chunks");
    assert_eq!(readable(&response), (200, "chunkchunkchunk".to_owned()));
    assert_eq!(value(&response, "transfer-encoding").as_deref(), Some("chunked"));
}

/// Each side gets the first bytes before the other has sent the last.
#[test]
fn bodies_are_not_held_back() {
    let proxy = Proxy::start();
    let get = "GET /stuck HTTP/1.1\r\nHost: a\r\n\r\n";
    let post = "POST /first HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nstuck";
    for request in [get, post] {
        let mut stream = TcpStream::connect(proxy.address).unwrap();
        stream.set_read_timeout(Some(Duration::from_millis(900))).unwrap();
        stream.write_all(request.as_bytes()).unwrap();
        let mut received = Vec::new();
        while !received.ends_with(b"\r\n\r\nstuck") {
            let mut byte = [0];
            stream.read_exact(&mut byte).unwrap_or_else(|error| panic!("{error}: {received:?}"));
            received.extend_from_slice(&byte);
        }
    }
}

#[test]
fn answers_without_a_body_go_through() {
    let proxy = Proxy::start();
    let head = proxy.send(Request::new("HEAD", "/users"));
    assert_eq!((head.status, value(&head, "content-length").as_deref()), (200, Some("7")));
    assert_eq!(proxy.send(Request::new("HEAD", "/chunks")).status, 200);
    let unchanged = proxy.get("/unchanged");
    assert_eq!(readable(&unchanged), (304, String::new()));
    assert_eq!(value(&unchanged, "etag").as_deref(), Some("\"1\""));
    assert_eq!(readable(&proxy.get("/unchanged-of-7")), (304, String::new()));
    assert_eq!(readable(&proxy.get("/no-content")), (204, String::new()));
    assert_eq!(readable(&proxy.get("/missing")), (404, String::new()));
    assert_eq!(readable(&proxy.get("/broken")), (500, "oops".to_owned()));
}

#[test]
fn preflights_are_answered_here() {
    let proxy = Proxy::start();
    let preflight = Request::new("OPTIONS", "/users").header("Access-Control-Request-Method", "PUT");
    let response = proxy.send(preflight.clone());
    assert_eq!(readable(&response), (204, String::new()));
    assert_eq!(value(&response, "access-control-max-age").as_deref(), Some("600"));
    let refused = wire::send(proxy.address, &preflight.header("Origin", "https://evil.example")).unwrap();
    assert_eq!((refused.status, value(&refused, "access-control-allow-origin")), (403, None));
    assert!(proxy.upstream.is_quiet());
}

#[test]
fn no_request_leads_elsewhere() {
    let proxy = Proxy::start();
    let host = format!("\r\nhost: localhost:{}\r\n", proxy.upstream.port);
    for target in
        ["//evil.example/x", "/@evil.example/", "/:80/", "/http://evil.example/", "/x?//evil.example/../"]
    {
        let response = proxy.send(Request::new("GET", target).header("X-Forwarded-Host", "evil.example"));
        assert_eq!(response.status, 404, "{target}");
        let forwarded = proxy.upstream.request();
        assert!(forwarded.starts_with(&format!("get /v1{target} http/1.1\r\n")), "{target}: {forwarded}");
        assert!(forwarded.contains(&host), "{target}: {forwarded}");
    }
    let refused = [
        "http://evil.example/",
        "/../admin",
        "/a/%2E%2e/..",
        "/%2e%2E/x",
        "/a%2f..%2fb",
        "/a/..%5Cb",
        "/./x",
    ];
    for target in refused {
        let text = "this proxy takes paths without `..` and without a host";
        assert_eq!(readable(&proxy.get(target)), (400, text.to_owned()), "{target}");
    }
    assert!(proxy.upstream.is_quiet());
}

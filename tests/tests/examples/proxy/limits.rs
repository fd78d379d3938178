//! An upstream that misbehaves, and pages that send too much: the page can read the error.

use std::io::ErrorKind;
use std::process::Command;
use std::time::{Duration, Instant};

use cors_tests::wire::{self, Request};

use crate::proxy::{PAGE, Proxy, readable};

const SLOW: &str = "the upstream takes longer than this proxy waits";

#[test]
fn upstreams_that_do_not_behave_are_a_bad_gateway_or_a_timeout() {
    let proxy = Proxy::start();
    let redirect = "the upstream redirects to `http://elsewhere.example/`, and this proxy does not follow";
    let large = "the upstream's answer is larger than this proxy forwards";
    for (path, status, text) in [
        ("/silent", 504, SLOW),
        ("/moved", 502, redirect),
        ("/huge", 502, large),
        ("/nonsense", 502, "the upstream does not answer: "),
        ("/switch", 502, "the upstream does not answer: "),
    ] {
        let (got, said) = readable(&proxy.get(path));
        assert_eq!((got, said.starts_with(text)), (status, true), "{path}: {said}");
    }
}

/// Another status comes too late. The connection ends without the end of the body, which browsers report to the page.
#[test]
fn bodies_that_fail_half_way_are_not_taken_for_whole() {
    let proxy = Proxy::start();
    for path in ["/endless", "/stuck", "/short"] {
        let begin = Instant::now();
        let cut = wire::send(proxy.address, &Request::new("GET", path).header("Origin", PAGE)).unwrap_err();
        assert!(matches!(cut.kind(), ErrorKind::UnexpectedEof | ErrorKind::ConnectionReset), "{path}: {cut}");
        assert!(begin.elapsed() < Duration::from_millis(1800), "{path}");
    }
}

#[test]
fn requests_that_are_too_large_are_refused() {
    let proxy = Proxy::start();
    let text = "the body is larger than this proxy forwards";
    let mut large = Request::new("POST", "/echo");
    large.body = vec![b'x'; 1001];
    assert_eq!(readable(&proxy.send(large.clone())), (413, text.to_owned()));
    assert!(proxy.upstream.is_quiet());
    large.body.truncate(1000);
    assert_eq!(proxy.send(large).status, 200);

    let head =
        format!("POST /echo HTTP/1.1\r\nHost: a\r\nOrigin: {PAGE}\r\nTransfer-Encoding: chunked\r\n\r\n");
    let chunks = format!("3e9\r\n{}\r\n0\r\n\r\n", "x".repeat(1001));
    let response = wire::send_bytes(proxy.address, (head + &chunks).as_bytes(), false).unwrap();
    assert_eq!(readable(&response), (413, text.to_owned()));
}

#[test]
fn requests_whose_body_does_not_come_end() {
    let proxy = Proxy::start();
    let head = format!("POST /echo HTTP/1.1\r\nHost: a\r\nOrigin: {PAGE}\r\nContent-Length: 10\r\n\r\nfive");
    let response = wire::send_bytes(proxy.address, head.as_bytes(), false).unwrap();
    assert_eq!(readable(&response), (504, SLOW.to_owned()));
}

#[test]
fn wrong_arguments_are_told() {
    let proxy = cors_tests::example::built("proxy");
    for (arguments, text) in [
        (&[][..], "`--upstream` is missing"),
        (&["--upstream"], "`--upstream` has no value"),
        (&["--upstream", "https://api.example.com"], "`https://api.example.com` is not `http://…`"),
        (&["--upstream", "api.example.com"], "`api.example.com` is not `http://…`"),
        (&["--upstream", "http://me@api.example.com"], "has a query or a user name"),
        (&["--upstream", "http://a.example", "--seconds", "soon"], "`--seconds` takes a number, not `soon`"),
        (&["--port", "80"], "there is no `--port`"),
    ] {
        let output = Command::new(&proxy).args(arguments).output().unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(said.contains(text) && said.contains("usage: proxy"), "{said}");
        assert_eq!(output.status.code(), Some(2));
    }
}

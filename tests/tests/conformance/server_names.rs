//! The server names of a request, as each framework passes them on. Without `Sec-Fetch-Site`, `enforce` accepts a
//! request as one of the application's own pages only if every name equals the host of the origin.

use cors_tests::apps;
use cors_tests::counters::watch;
use cors_tests::framework::{App, Each, Framework};
use cors_tests::server::Server;
use cors_tests::wire::{http2, send_bytes};
use http_0_2::{Request, Uri, Version};
use rocket::http::{Header, uri::Host};
use rocket::local::blocking::Client;

use crate::check::report;

const PATH: &str = "/enforced/unsafe";
const ORIGIN: &str = "http://test";

/// The expectation of a row: the handler runs, or the request is refused, by `enforce` or by the framework before.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Answer {
    Passes,
    Refused,
}
use Answer::{Passes, Refused};

/// The description of a request over HTTP/1.1, its target, its `Host` lines, and the answers. Rocket ignores the
/// authority of a target.
type Row = (&'static str, &'static str, &'static [&'static str], Each<Answer>);

const fn same(answer: Answer) -> Each<Answer> {
    Each::same(answer)
}

const OVER_HTTP1: [Row; 28] = [
    ("Host", PATH, &["test"], same(Passes)),
    ("no Host", PATH, &[], same(Refused)),
    ("an empty Host", PATH, &[""], same(Refused)),
    ("a port without a host", PATH, &[":80"], same(Refused)),
    ("two equal lines", PATH, &["test", "test"], same(Refused)),
    ("two lines, the first another", PATH, &["other", "test"], same(Refused)),
    ("two lines, the second another", PATH, &["test", "other"], same(Refused)),
    ("a list", PATH, &["test, test"], same(Refused)),
    ("a path", PATH, &["test/"], same(Refused)),
    ("a query", PATH, &["test?"], same(Refused)),
    ("a backslash", PATH, &["test\\"], same(Refused)),
    ("a space", PATH, &["te st"], same(Refused)),
    ("a tab", PATH, &["test\t80"], same(Refused)),
    ("not ASCII", PATH, &["t\u{e9}st"], same(Refused)),
    ("a user name without a password", PATH, &["test@test"], same(Refused)),
    ("a user name and a password", PATH, &["test:80@test"], same(Refused)),
    ("a port that is no number", PATH, &["test:http"], same(Refused)),
    ("a sign before the port", PATH, &["test:+80"], same(Refused)),
    ("two ports", PATH, &["test:80:80"], same(Refused)),
    ("a URL", PATH, &["http://test"], same(Refused)),
    ("absolute form", "http://test/enforced/unsafe", &["test"], same(Passes)),
    ("absolute form, the default port", "http://test:80/enforced/unsafe", &["TEST"], same(Passes)),
    ("absolute form, another Host", "http://test/enforced/unsafe", &["other"], same(Refused)),
    // actix-web itself responds with 400 (RFC 9112, section 3.2), to origin form as well. To axum the target is a name.
    (
        "absolute form without Host",
        "http://test/enforced/unsafe",
        &[],
        Each { axum: Passes, ..same(Refused) },
    ),
    ("absolute form, two equal lines", "http://test/enforced/unsafe", &["test", "test"], same(Refused)),
    // Rocket does not see the target's host.
    (
        "absolute form of another host",
        "http://other/enforced/unsafe",
        &["test"],
        Each { rocket: Passes, ..same(Refused) },
    ),
    (
        "absolute form of another port",
        "http://test:8080/enforced/unsafe",
        &["test"],
        Each { rocket: Passes, ..same(Refused) },
    ),
    (
        "absolute form, a user name",
        "http://user@test/enforced/unsafe",
        &["test"],
        Each { rocket: Passes, ..same(Refused) },
    ),
];

/// The description of a request over HTTP/2, its `:authority`, its `Host` lines, and the answer. Rocket's differs only
/// for the user name.
type Row2 = (&'static str, Option<&'static str>, &'static [&'static str], Answer);

const OVER_HTTP2: [Row2; 17] = [
    (":authority alone", Some("test"), &[], Passes),
    (":authority with the default port", Some("test:80"), &[], Passes),
    (":authority with an empty port", Some("test:"), &[], Passes),
    (":authority in upper case", Some("TEST"), &[], Passes),
    (":authority with another port", Some("test:8080"), &[], Refused),
    (":authority with that of https", Some("test:443"), &[], Refused),
    ("another :authority", Some("other"), &[], Refused),
    ("an equal Host", Some("test"), &["test"], Passes),
    ("a Host that is equal but for the port", Some("test"), &["Test:80"], Passes),
    ("another Host", Some("test"), &["other"], Refused),
    ("a Host with another port", Some("test"), &["test:8080"], Refused),
    ("another :authority beside Host", Some("other"), &["test"], Refused),
    ("two equal lines beside it", Some("test"), &["test", "test"], Refused),
    ("Host alone", None, &["test"], Passes),
    ("another Host alone", None, &["other"], Refused),
    ("two lines alone", None, &["test", "test"], Refused),
    ("neither", None, &[], Refused),
];

const WITH_A_USER_NAME: [Row2; 3] = [
    ("a user name in :authority", Some("user@test"), &[], Refused),
    ("the same beside Host", Some("user@test"), &["test"], Refused),
    ("a user name and a password", Some("user:80@test"), &["test"], Refused),
];

#[test]
fn enforce_knows_the_names_of_the_server_over_http1() {
    let servers = Framework::servers(App::Table);
    let mut failed = Vec::new();
    for (desc, target, hosts, expected) in OVER_HTTP1 {
        let hosts: String = hosts.iter().map(|host| format!("Host: {host}\r\n")).collect();
        let request =
            format!("PUT {target} HTTP/1.1\r\n{hosts}Origin: {ORIGIN}\r\nConnection: close\r\n\r\n");
        for (framework, server) in &servers {
            let (answer, ran) = watch(|| send_bytes(server.address, request.as_bytes(), false));
            let status = answer.map(|answer| answer.status).unwrap_or_default();
            let wrong = wrong(desc, expected.on(*framework), status, &ran);
            failed.extend(wrong.map(|wrong| format!("{}: {wrong}", framework.name())));
        }
    }
    report(&failed);
}

#[test]
fn enforce_knows_the_names_of_the_server_over_http2_on_actix_web() {
    over_http2(&Server::actix_with_http2(apps::actix::configure));
}

#[test]
fn enforce_knows_the_names_of_the_server_over_http2_on_axum() {
    over_http2(&Framework::Axum.server(App::Table));
}

fn over_http2(server: &Server) {
    let mut failed = Vec::new();
    for (desc, authority, hosts, expected) in OVER_HTTP2.into_iter().chain(WITH_A_USER_NAME) {
        let (answer, ran) = watch(|| http2::send_head(server.address, head(authority, hosts), Vec::new()));
        failed.extend(wrong(desc, expected, answer.unwrap().status, &ran));
    }
    report(&failed);
}

/// Returns a head for our client, which adds no headers.
fn head(authority: Option<&str>, hosts: &[&str]) -> Request<()> {
    let (uri, version) = match authority {
        Some(authority) => {
            (Uri::builder().scheme("http").authority(authority).path_and_query(PATH).build(), Version::HTTP_2)
        }
        None => (Uri::builder().path_and_query(PATH).build(), Version::HTTP_11),
    };
    let head = Request::builder().method("PUT").uri(uri.unwrap()).version(version).header("origin", ORIGIN);
    hosts.iter().fold(head, |head, host| head.header("host", *host)).body(()).unwrap()
}

/// Rocket passes on the host and port of `:authority`, as the host of its request, beside the `Host` lines.
#[test]
fn enforce_knows_the_names_of_the_server_over_http2_on_rocket() {
    let client = Client::untracked(apps::rocket::build()).unwrap();
    let mut failed = Vec::new();
    for (desc, authority, hosts, expected) in OVER_HTTP2 {
        let mut request = client.put(PATH).header(Header::new("origin", ORIGIN));
        for host in hosts {
            request.add_header(Header::new("host", *host));
        }
        if let Some(authority) = authority {
            request.inner_mut().set_host(Host::parse(authority).unwrap());
        }
        let (status, ran) = watch(|| request.dispatch().status().code);
        failed.extend(wrong(desc, expected, status, &ran));
    }
    report(&failed);
}

fn wrong(desc: &str, expected: Answer, status: u16, ran: &[&str]) -> Option<String> {
    let is_right = match expected {
        Passes => status == 200 && ran == ["guard", "put"],
        // The framework itself refuses invalid HTTP.
        Refused => matches!(status, 400 | 403) && ran.is_empty(),
    };
    (!is_right).then(|| format!("{desc}: {status}, ran {ran:?}, where it {expected:?}"))
}

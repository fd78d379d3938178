//! Responses that no policy of this workspace gives: how browsers treat mistakes of other servers.

use cors_browser::Credentials::Include;
use cors_tests::chromium::Asked;
use url::form_urlencoded::byte_serialize;

use crate::browser::row::Place::App;
use crate::browser::row::{Row, get};

const SHARED: &str = "200|access-control-allow-origin: *";
const ALLOWED: &str = "204|access-control-allow-origin: *|access-control-allow-methods: PUT";

pub(super) fn rows() -> Vec<Row> {
    [origins(), preflights()].concat()
}

fn url(preflight: &str, actual: &str) -> String {
    let encode = |text: &str| byte_serialize(text.as_bytes()).collect::<String>();
    format!("{{api}}/raw?preflight={}&actual={}&{{row}}", encode(preflight), encode(actual))
}

fn put(preflight: &str) -> Asked {
    Asked::new("PUT", url(preflight, SHARED))
}

fn origins() -> Vec<Row> {
    let with = |lines: &str| get(&url("204", &format!("200{lines}")));
    vec![
        Row::at(App, "the origin").fetch(with("|access-control-allow-origin: {page}"), "GET 200"),
        Row::at(App, "another origin")
            .fetch(with("|access-control-allow-origin: https://app.example.com"), "GET AllowOriginMismatch"),
        Row::at(App, "`null`").fetch(with("|access-control-allow-origin: null"), "GET AllowOriginMismatch"),
        Row::at(App, "no origin").fetch(with("|access-control-allow-origin: app"), "GET AllowOriginMismatch"),
        Row::at(App, "an empty one").fetch(with("|access-control-allow-origin: "), "GET AllowOriginMismatch"),
        Row::at(App, "the origin twice").fetch(
            with("|access-control-allow-origin: {page}|access-control-allow-origin: {page}"),
            "GET AllowOriginMismatch",
        ),
        Row::at(App, "a list")
            .fetch(with("|access-control-allow-origin: {page}, {page}"), "GET AllowOriginMismatch"),
        Row::at(App, "`TRUE` is not `true`").fetch(
            with("|access-control-allow-origin: {page}|access-control-allow-credentials: TRUE")
                .credentials(Include),
            "GET AllowCredentials",
        ),
        Row::at(App, "with credentials `*` exposes a header of that name").fetch(
            with(
                "|access-control-allow-origin: {page}|access-control-allow-credentials: true\
                 |access-control-expose-headers: *|x-total: 7",
            )
            .credentials(Include),
            "GET 200",
        ),
        Row::at(App, "a mistake in the exposed headers exposes none").fetch(
            with("|access-control-allow-origin: *|access-control-expose-headers: x-total, a b|x-total: 7"),
            "GET 200",
        ),
        Row::at(App, "`Set-Cookie` is never exposed").fetch(
            with("|access-control-allow-origin: *|access-control-expose-headers: set-cookie|set-cookie: a=1"),
            "GET 200",
        ),
    ]
}

fn preflights() -> Vec<Row> {
    let with = |status: u16, lines: &str| put(&format!("{status}|access-control-allow-origin: *{lines}"));
    let methods = |methods: &str| with(204, &format!("|access-control-allow-methods: {methods}"));
    let names =
        |names: &str| put(&format!("{ALLOWED}|access-control-allow-headers: {names}")).header("x-a", "1");
    vec![
        Row::at(App, "all is allowed").fetch(names("X-A"), "?PUT PUT 200"),
        Row::at(App, "200 is as good").fetch(with(200, "|access-control-allow-methods: *"), "?PUT PUT 200"),
        Row::at(App, "an error status").fetch(with(404, ""), "?PUT PreflightStatus(404)"),
        Row::at(App, "a status of a cache").fetch(with(304, ""), "?PUT PreflightStatus(304)"),
        Row::at(App, "a redirect").fetch(with(302, "|location: /raw"), "?PUT PreflightRedirect(302)"),
        Row::at(App, "another origin").fetch(
            put("204|access-control-allow-origin: https://app.example.com"),
            "?PUT AllowOriginMismatch",
        ),
        Row::at(App, "no method").fetch(with(204, ""), "?PUT MethodNotAllowed(\"PUT\")"),
        Row::at(App, "another method").fetch(methods("put, DELETE"), "?PUT MethodNotAllowed(\"PUT\")"),
        Row::at(App, "a mistake in the methods").fetch(methods("PUT, A B"), "?PUT AllowMethodsInvalid"),
        Row::at(App, "no header").fetch(put(ALLOWED).header("x-a", "1"), "?PUT HeaderNotAllowed(\"x-a\")"),
        Row::at(App, "another header").fetch(names("x-b"), "?PUT HeaderNotAllowed(\"x-a\")"),
        Row::at(App, "a mistake in the headers").fetch(names("x-a, b c"), "?PUT AllowHeadersInvalid"),
        Row::at(App, "with credentials `*` is a header of that name").fetch(
            put("204|access-control-allow-origin: {page}|access-control-allow-credentials: true\
                 |access-control-allow-methods: PUT|access-control-allow-headers: *")
            .header("x-a", "1")
            .credentials(Include),
            "?PUT HeaderNotAllowed(\"x-a\")",
        ),
        Row::at(App, "with credentials `*` is a method of that name").fetch(
            put("204|access-control-allow-origin: {page}|access-control-allow-credentials: true\
                 |access-control-allow-methods: *")
            .credentials(Include),
            "?PUT MethodNotAllowed(\"PUT\")",
        ),
    ]
}

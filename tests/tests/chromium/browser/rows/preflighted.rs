//! Requests with a preflight.

use cors_browser::Body;
use cors_tests::chromium::Asked;

use crate::browser::row::Place::{App, Frame, Other, Own};
use crate::browser::row::{Row, get, post, put};

pub(super) fn rows() -> Vec<Row> {
    [methods(), headers()].concat()
}

fn methods() -> Vec<Row> {
    let method = |method, path| Asked::new(method, format!("{{api}}{path}"));
    vec![
        Row::at(App, "PUT").fetch(put("{api}/data?{row}"), "?PUT PUT 200"),
        Row::at(App, "`put` is `PUT`").fetch(method("put", "/data?{row}"), "?PUT PUT 200"),
        Row::at(App, "DELETE").fetch(method("DELETE", "/data?{row}"), "?DELETE DELETE 204"),
        Row::at(App, "a method that no handler serves")
            .fetch(method("PATCH", "/data?{row}"), "?PATCH AllowOriginMissing"),
        Row::at(App, "`patch` is not `PATCH`")
            .fetch(method("patch", "/data?{row}"), "?patch AllowOriginMissing"),
        Row::at(App, "a method of one's own")
            .fetch(method("REPORT", "/data?{row}"), "?REPORT AllowOriginMissing"),
        Row::at(Other, "an origin that is not listed")
            .fetch(put("{api}/data?{row}"), "?PUT AllowOriginMissing"),
        Row::at(App, "a route without annotation").fetch(put("{api}/bare"), "?PUT AllowOriginMissing"),
        Row::at(App, "a closed route").fetch(put("{api}/own"), "?PUT AllowOriginMissing"),
        Row::at(Own, "a closed route, on its own origin")
            .fetch(put("{api}/own"), "PUT 200 etag x-secret x-total"),
        Row::at(App, "no such route").fetch(put("{api}/nowhere"), "?PUT AllowOriginMissing"),
        Row::at(Frame, "a sandboxed frame").fetch(put("{api}/null?{row}"), "?PUT PUT 200"),
        Row::at(Frame, "a sandboxed frame, where its page is listed")
            .fetch(put("{api}/data?{row}"), "?PUT AllowOriginMissing"),
    ]
}

fn headers() -> Vec<Row> {
    let json =
        |asked: Asked| asked.header("Content-Type", "application/json").body(Body::Text("1".to_owned()));
    vec![
        Row::at(App, "headers that are allowed")
            .fetch(json(put("{api}/data?{row}").header("X-Token", "1")), "?PUT PUT 200"),
        Row::at(App, "one that is not").fetch(
            json(put("{api}/data?{row}").header("x-other", "1")),
            "?PUT HeaderNotAllowed(\"x-other\")",
        ),
        Row::at(App, "two that are not: the first in the alphabet").fetch(
            put("{api}/data?{row}").header("x-zebra", "1").header("x-ant", "1"),
            "?PUT HeaderNotAllowed(\"x-ant\")",
        ),
        Row::at(App, "`Authorization` behind another: it is looked at first").fetch(
            put("{api}/data?{row}").header("a-first", "1").header("Authorization", "Bearer a"),
            "?PUT HeaderNotAllowed(\"authorization\")",
        ),
        Row::at(App, "a header on a GET")
            .fetch(get("{api}/data?{row}").header("x-token", "1"), "?GET HeaderNotAllowed(\"x-token\")"),
        Row::at(App, "safelisted headers").fetch(
            get("{api}/data").header("Accept", "text/plain").header("Range", "bytes=0-1"),
            "GET 200 etag x-total",
        ),
        Row::at(App, "a value that is not safelisted").fetch(
            get("{api}/data?{row}").header("Accept", "text/\"plain"),
            "?GET HeaderNotAllowed(\"accept\")",
        ),
        Row::at(App, "a forbidden header is not sent")
            .fetch(get("{api}/data").header("Cookie", "a=1"), "GET 200 etag x-total"),
        Row::at(Other, "any header")
            .fetch(json(post("{api}/any?{row}").header("x-other", "1")), "?POST POST 200"),
        Row::at(Other, "any header, and `Authorization`: engines let `*` stand for it")
            .fetch(post("{api}/any?{row}").header("Authorization", "Bearer a"), "?POST POST 200"),
    ]
}

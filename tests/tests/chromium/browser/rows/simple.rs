//! Requests without a preflight, and the readable parts of their responses.

use cors_browser::{Body, Credentials, Mode};
use cors_tests::chromium::Via;

use crate::browser::row::Place::{App, Frame, Other, Own};
use crate::browser::row::{Row, get, post};

pub(super) fn rows() -> Vec<Row> {
    [origins(), bodies(), modes(), errors()].concat()
}

fn origins() -> Vec<Row> {
    vec![
        Row::at(App, "a listed origin, with exposed headers")
            .fetch(get("{api}/data"), "GET 200 etag x-total"),
        Row::at(App, "the same by XMLHttpRequest")
            .fetch(get("{api}/data").via(Via::Xhr), "GET 200 etag x-total"),
        Row::at(Other, "an origin that is not listed").fetch(get("{api}/data"), "GET AllowOriginMissing"),
        Row::at(Other, "the same by XMLHttpRequest")
            .fetch(get("{api}/data").via(Via::Xhr), "GET AllowOriginMissing"),
        Row::at(Other, "any origin, all headers exposed")
            .fetch(get("{api}/any"), "GET 200 etag x-secret x-total"),
        Row::at(App, "a route without annotation").fetch(get("{api}/bare"), "GET AllowOriginMissing"),
        Row::at(App, "a closed route").fetch(get("{api}/own"), "GET AllowOriginMissing"),
        Row::at(Own, "a closed route, on its own origin")
            .fetch(get("{api}/own"), "GET 200 etag x-secret x-total"),
        Row::at(Own, "a listed route, on its own origin")
            .fetch(get("{api}/data"), "GET 200 etag x-secret x-total"),
        Row::at(Own, "another host name of the same server")
            .fetch(get("{other}/own"), "GET AllowOriginMissing"),
        Row::at(Frame, "a sandboxed frame, where `null` is listed").fetch(get("{api}/null"), "GET 200"),
        Row::at(Frame, "a sandboxed frame, where its page is listed")
            .fetch(get("{api}/data"), "GET AllowOriginMissing"),
        Row::at(Frame, "a sandboxed frame, any origin")
            .fetch(get("{api}/any"), "GET 200 etag x-secret x-total"),
        Row::at(App, "a page, where `null` is listed").fetch(get("{api}/null"), "GET AllowOriginMissing"),
    ]
}

fn bodies() -> Vec<Row> {
    let upload = |body| post("{api}/upload").body(body);
    let text = || Body::Text("a".to_owned());
    vec![
        Row::at(App, "no body").fetch(post("{api}/upload"), "POST 200"),
        Row::at(App, "text").fetch(upload(text()), "POST 200"),
        Row::at(App, "a form").fetch(upload(Body::Form("a=1".to_owned())), "POST 200"),
        Row::at(App, "bytes").fetch(upload(Body::Bytes(b"a".to_vec())), "POST 200"),
        Row::at(App, "a blob of text")
            .fetch(upload(Body::Blob("text/plain".to_owned(), b"a".to_vec())), "POST 200"),
        Row::at(App, "a blob of JSON").fetch(
            upload(Body::Blob("application/json".to_owned(), b"1".to_vec())),
            "?POST HeaderNotAllowed(\"content-type\")",
        ),
        Row::at(App, "text by XMLHttpRequest").fetch(upload(text()).via(Via::Xhr), "POST 200"),
        Row::at(App, "a listener for the progress")
            .fetch(upload(text()).via(Via::XhrWithListener), "?POST POST 200"),
        Row::at(Other, "a listener, and an origin that is not listed")
            .fetch(upload(text()).via(Via::XhrWithListener), "?POST AllowOriginMissing"),
        Row::at(Own, "a listener, on its own origin")
            .fetch(upload(text()).via(Via::XhrWithListener), "POST 200"),
    ]
}

fn modes() -> Vec<Row> {
    vec![
        Row::at(App, "`no-cors`").fetch(get("{api}/bare").mode(Mode::NoCors), "GET 0"),
        Row::at(App, "`no-cors`, a header is dropped")
            .fetch(get("{api}/bare").mode(Mode::NoCors).header("x-token", "1"), "GET 0"),
        Row::at(App, "`same-origin`").fetch(get("{api}/data").mode(Mode::SameOrigin), "SameOriginMode"),
        Row::at(Own, "`same-origin`, on its own origin")
            .fetch(get("{api}/own").mode(Mode::SameOrigin), "GET 200 etag x-secret x-total"),
    ]
}

fn errors() -> Vec<Row> {
    vec![
        Row::at(App, "401").fetch(get("{api}/status/401"), "GET 401"),
        Row::at(App, "404").fetch(get("{api}/status/404"), "GET 404"),
        Row::at(App, "500").fetch(get("{api}/status/500"), "GET 500"),
        Row::at(Other, "500, for an origin that is not listed")
            .fetch(get("{api}/status/500"), "GET AllowOriginMissing"),
        Row::at(App, "a refused guard")
            .fetch(get("{api}/private").credentials(Credentials::Include), "GET 401"),
        Row::at(App, "no such route").fetch(get("{api}/nowhere"), "GET AllowOriginMissing"),
    ]
}

//! Redirects.

use cors_browser::{Body, Redirect};

use crate::browser::row::Place::{App, Frame, Own};
use crate::browser::row::{Row, get, post, put};

pub(super) fn rows() -> Vec<Row> {
    [origins(), methods(), ends()].concat()
}

fn origins() -> Vec<Row> {
    vec![
        Row::at(App, "on one origin")
            .fetch(get("{api}/redirect/302?to={api}/data"), "GET GET 200 etag x-total"),
        Row::at(App, "to another origin, which gets `null`")
            .fetch(get("{api}/redirect/302?to={other}/data"), "GET GET AllowOriginMissing"),
        Row::at(App, "to another origin that lists `null`")
            .fetch(get("{api}/redirect/302?to={other}/null"), "GET GET 200"),
        Row::at(App, "to another origin for any origin")
            .fetch(get("{api}/redirect/302?to={other}/any"), "GET GET 200 etag x-secret x-total"),
        Row::at(App, "back to the page's own origin, which gets `null`, too")
            .fetch(get("{api}/redirect/302?to={page}/"), "GET AllowOriginMissing"),
        Row::at(App, "without a policy")
            .fetch(get("{api}/redirect-bare/302?to={api}/data"), "GET AllowOriginMissing"),
        Row::at(App, "for any origin")
            .fetch(get("{api}/redirect-any/302?to={api}/data"), "GET GET 200 etag x-total"),
        Row::at(Own, "from the page's own origin")
            .fetch(get("{api}/redirect-bare/302?to={other}/any"), "GET GET 200 etag x-secret x-total"),
        Row::at(Own, "from the page's own origin and back").fetch(
            get("{api}/redirect-bare/302?to={other}/redirect-any/302?to={api}/any"),
            "GET GET GET 200 etag x-secret x-total",
        ),
        Row::at(Frame, "in a sandboxed frame")
            .fetch(get("{api}/redirect-any/302?to={api}/null"), "GET GET 200"),
    ]
}

fn methods() -> Vec<Row> {
    let text = || Body::Text("a".to_owned());
    vec![
        Row::at(App, "307 keeps the method, and each URL has a preflight")
            .fetch(put("{api}/redirect/307?to={api}/data?{row}"), "?PUT PUT ?PUT PUT 200"),
        Row::at(App, "308 to another origin")
            .fetch(put("{api}/redirect/308?to={other}/data?{row}"), "?PUT PUT ?PUT AllowOriginMissing"),
        Row::at(App, "302 makes a POST a GET")
            .fetch(post("{api}/redirect/302?to={api}/data").body(text()), "POST GET 200 etag x-total"),
        Row::at(App, "307 keeps the body")
            .fetch(post("{api}/redirect/307?to={api}/upload").body(text()), "POST POST 200"),
        Row::at(App, "303 makes a PUT a GET")
            .fetch(put("{api}/redirect/303?to={api}/data&{row}"), "?PUT PUT GET 200 etag x-total"),
        Row::at(App, "another origin does not get `Authorization`").fetch(
            put("{api}/redirect/303?to={other}/any&{row}").header("Authorization", "Bearer a"),
            "?PUT PUT GET 200 etag x-secret x-total",
        ),
        Row::at(App, "other headers go along").fetch(
            put("{api}/redirect/303?to={other}/null&{row}").header("x-token", "1"),
            "?PUT PUT ?GET HeaderNotAllowed(\"x-token\")",
        ),
    ]
}

fn ends() -> Vec<Row> {
    let to = |to: &str| get(&format!("{{api}}/redirect/302?to={to}"));
    vec![
        Row::at(App, "to a URL with a password")
            .fetch(to("http://user:secret@other.localhost/"), "GET RedirectCredentials"),
        Row::at(App, "to a URL without a server").fetch(to("data:,a"), "GET RedirectScheme"),
        Row::at(App, "to what is no URL").fetch(to("http://["), "GET RedirectLocation"),
        Row::at(App, "in a circle").fetch(
            get("{api}/loop"),
            "GET GET GET GET GET GET GET GET GET GET GET GET GET GET GET GET GET GET GET GET GET RedirectLimit",
        ),
        Row::at(App, "not wanted").fetch(to("{api}/data").redirect(Redirect::Error), "GET RedirectMode"),
        Row::at(App, "not followed").fetch(to("{api}/data").redirect(Redirect::Manual), "GET 0"),
    ]
}

//! The results that a page gets.

use cors_tests::chromium::{Chromium, Pages};
use serde_json::{Value, json};

use crate::proxy::Proxy;

/// A script that returns the response of a URL as an array of status, `ETag` and text, or the error.
const FETCH: &str = "
    try {
        const response = await fetch(args.url, args.options);
        return [response.status, response.headers.get('etag'), await response.text()];
    } catch (error) {
        return error.name;
    }";

#[test]
fn a_page_reads_an_api_that_does_not_know_cors() {
    let Some(chromium) = Chromium::start("the proxy, from a page") else { return };
    let (pages, proxy) = (Pages::start(), Proxy::start());
    chromium.open(&pages.origin("localhost"));
    let fetch = |port: u16, path: &str, options: Value| {
        chromium.run(FETCH, &json!({"url": format!("http://127.0.0.1:{port}{path}"), "options": options}))
    };
    let through = |path: &str, options: Value| fetch(proxy.address.port(), path, options);

    let put = json!({"method": "PUT", "headers": {"content-type": "application/json"}, "body": "{}"});
    assert_eq!(fetch(proxy.upstream.port, "/v1/echo", put.clone()), "TypeError");
    assert_eq!(through("/echo", put), json!([200, null, "{}"]));
    let token = json!({"headers": {"authorization": "Bearer token"}});
    assert_eq!(through("/users", token), json!([200, "\"7\"", "[\"Ada\"]"]));
    // The policy has no credentials, whatever the upstream sends.
    assert_eq!(through("/users", json!({"credentials": "include"})), "TypeError");

    let slow = "the upstream takes longer than this proxy waits";
    assert_eq!(through("/silent", json!({})), json!([504, null, slow]));
    let status = |path: &str| through(path, json!({}))[0].clone();
    assert_eq!((status("/moved"), status("/huge"), status("/broken")), (json!(502), json!(502), json!(500)));
    // A truncated response is a failed one.
    assert_eq!(through("/endless", json!({})), "TypeError");
    assert_eq!(through("/short", json!({})), "TypeError");
}

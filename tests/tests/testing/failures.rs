//! The texts and locations of failed expectations.

use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind, set_hook, take_hook};

use cors_browser::{FetchResultExt as _, Mode, Redirect};
use cors_tests::table::{APP, EVIL};

use crate::{Open, on_each};

on_each!(expect_readable, expect_blocked, misuse, location);

/// Returns the panic message of `test`.
fn failure<T>(test: impl FnOnce() -> T) -> String {
    let panic = catch_unwind(AssertUnwindSafe(test)).err().expect("no panic");
    panic.downcast::<String>().map_or_else(|_| panic!("no text"), |text| *text)
}

async fn expect_readable(open: &Open<'_>) {
    let mut page = open(EVIL);
    let outcome = page.put("/full").await;
    let text = "blocked by the preflight (status 403): `https://evil.example` cannot read `PUT https://server.test/full`: the \
                answer to the preflight has no `Access-Control-Allow-Origin`; add `https://evil.example` to `origins`";
    assert_eq!(failure(|| outcome.expect_readable()), text);
    let outcome = page.get("/plain").await;
    let text = "blocked by the response (status 200): `https://evil.example` cannot read `GET https://server.test/plain`: the \
                response has no `Access-Control-Allow-Origin`; add `https://evil.example` to `origins`";
    assert_eq!(failure(|| outcome.expect_readable()), text);
    let mut page = open(APP);
    let outcome = page.put("/plain-put").json(&1).await;
    let text = "blocked by the preflight (status 204): `https://app.example.com` cannot read \
                `PUT https://server.test/plain-put`: the answer to the preflight does not allow the request header \
                `content-type`; add `content-type` to `allow_headers`";
    assert_eq!(failure(|| outcome.expect_readable()), text);
    let outcome = page.get("/plain").with_credentials().await;
    let text = "blocked by the response (status 200): `https://app.example.com` cannot read \
                `GET https://server.test/plain`: the response does not allow credentials; add `credentials = true`";
    assert_eq!(failure(|| outcome.expect_readable()), text);
    let outcome = page.get("/plain").mode(Mode::SameOrigin).await;
    let text = "blocked before it was sent: `https://app.example.com` cannot read `GET https://server.test/plain`: it is of \
                another origin, and the mode is `same-origin`";
    assert_eq!(failure(|| outcome.expect_readable()), text);
}

async fn expect_blocked(open: &Open<'_>) {
    let mut page = open(APP);
    let outcome = page.get("/echo").await;
    let text = "not blocked: the script can read `https://server.test/echo` with status 200 and these headers:\n  \
                content-type: text/plain; charset=utf-8\n  etag: \"1\"";
    assert_eq!(failure(|| outcome.expect_blocked()), text);
    let outcome = page.get("/out/no-content").await;
    let text =
        "not blocked: the script can read `https://server.test/out/no-content` with status 204 and no header";
    assert_eq!(failure(|| outcome.expect_blocked()), text);
}

/// An unreadable opaque response is not a blocked one.
async fn misuse(open: &Open<'_>) {
    let mut page = open(APP);
    let nothing = "the response is opaque: the script can read nothing of it";
    let outcome = page.get("/plain").mode(Mode::NoCors).await;
    assert_eq!(failure(|| outcome.clone().expect_readable()), format!("not blocked, but {nothing}"));
    assert_eq!(failure(|| outcome.expect_blocked()), format!("not blocked: {nothing}"));
    let outcome = page.get("/out/redirect").redirect(Redirect::Manual).await;
    assert_eq!(failure(|| outcome.expect_readable()), format!("not blocked, but {nothing}"));
    let text = "`api.example.com` is no server's origin; write it like `https://server.test`";
    assert_eq!(failure(|| page.served_at("api.example.com")), text);
    for wrong in ["null", "chrome-extension://abc", "https://api.example.com/"] {
        assert!(
            failure(|| open(APP).served_at(wrong)).starts_with(&format!("`{wrong}` is no server's origin"))
        );
    }
    let map = std::collections::HashMap::from([([1], 1)]);
    let text = "the body has no form in JSON: key must be a string";
    assert_eq!(failure(|| drop(open(APP).put("/full").json(&map))), text);
}

thread_local! {
    static LINE: Cell<u32> = const { Cell::new(0) };
}

async fn location(open: &Open<'_>) {
    let readable = open(APP).get("/plain").await;
    let blocked = open(EVIL).get("/plain").await;
    let hook = take_hook();
    set_hook(Box::new(|info| {
        let place = info.location().filter(|place| place.file().ends_with("failures.rs"));
        LINE.set(place.map_or(0, std::panic::Location::line));
    }));
    failure(|| blocked.expect_readable());
    let first = LINE.replace(0);
    failure(|| readable.expect_blocked());
    let second = LINE.replace(0);
    failure(|| open(APP).served_at("/"));
    let third = LINE.replace(0);
    set_hook(hook);
    let line = line!();
    assert_eq!([first, second, third], [line - 7, line - 5, line - 3]);
}

//! The preflight cache.

use std::time::Duration;

use cors_browser::{Browser, Credentials, Profile, Request};

use crate::wire::{API, Answer, CLOSED, OPEN, ORIGIN, PAGE, run, value};

const SHARED: (&str, &str) = ("access-control-allow-origin", PAGE);
const TRUE: (&str, &str) = ("access-control-allow-credentials", "true");
const MINUTE: (&str, &str) = ("access-control-max-age", "60");

/// Returns the story of one more request. Every response is shared with the page; preflight responses have `extra`
/// headers.
fn next(browser: &mut Browser, request: Request, extra: &[(&str, &str)]) -> String {
    let headers = [&[SHARED, TRUE, MINUTE][..], extra].concat();
    run(browser, request, &[(200, &headers), (200, &headers)]).story()
}

fn methods(list: &str) -> (&str, &str) {
    ("access-control-allow-methods", list)
}

fn names(list: &str) -> (&str, &str) {
    ("access-control-allow-headers", list)
}

#[test]
fn everything_listed_is_kept() {
    let mut browser = Browser::at(PAGE);
    let lists = [methods("PUT, DELETE"), names("x-a, X-B")];
    assert_eq!(next(&mut browser, Request::put(API), &lists), "?PUT PUT");
    assert_eq!(next(&mut browser, Request::delete(API), &[]), "DELETE");
    assert_eq!(next(&mut browser, Request::put(API).header("X-A", "1").header("x-b", "1"), &[]), "PUT");
    assert_eq!(next(&mut browser, Request::put(API).header("x-c", "1"), &lists), "?PUT");
    // The failure has removed the entries of this URL.
    assert_eq!(next(&mut browser, Request::put(API), &lists), "?PUT PUT");
    assert_eq!(next(&mut browser, Request::patch(API), &[methods("PATCH")]), "?PATCH PATCH");
    assert_eq!(next(&mut browser, Request::new("patch", API), &[methods("patch")]), "?patch patch");
}

#[test]
fn a_method_is_not_a_header() {
    let mut browser = Browser::at(PAGE);
    assert_eq!(next(&mut browser, Request::put(API), &[methods("PUT"), names("FOO")]), "?PUT PUT");
    assert_eq!(next(&mut browser, Request::new("FOO", API), &[methods("FOO")]), "?FOO FOO");
    assert_eq!(next(&mut browser, Request::put(API).header("put", "1"), &[]), "?PUT");
}

/// A preflight response for the origin `null`, sent after a redirect, is not cached for the page.
#[test]
fn answers_are_of_the_origin_that_was_sent() {
    const OTHER: &str = "https://other.test/users";
    let mut browser = Browser::at(PAGE);
    let there: Answer<'_> = (307, &[ORIGIN, ("location", OTHER)]);
    let first = run(&mut browser, Request::put(API), &[OPEN, there, OPEN, OPEN]);
    assert_eq!(first.story(), "?PUT PUT ?PUT PUT");
    assert_eq!(value(&first.sent[2], "origin").as_deref(), Some("null"));
    assert_eq!(run(&mut browser, Request::put(OTHER), &[OPEN, OPEN]).story(), "?PUT PUT");
}

#[test]
fn answers_are_of_one_url_and_origin() {
    let mut browser = Browser::at(PAGE);
    assert_eq!(next(&mut browser, Request::put(API), &[methods("PUT")]), "?PUT PUT");
    assert_eq!(next(&mut browser, Request::put("https://api.test/users?"), &[methods("PUT")]), "?PUT PUT");
    browser.go_to("https://b.test");
    assert_eq!(run(&mut browser, Request::put(API), &[]).story(), "?PUT");
    browser.go_to(PAGE);
    browser.embed_in(Some("https://news.test"));
    assert_eq!(run(&mut browser, Request::put(API), &[]).story(), "?PUT");
    browser.embed_in(None);
    assert_eq!(next(&mut browser, Request::put(API), &[]), "PUT");
}

#[test]
fn an_answer_for_credentials_is_for_all_but_not_the_reverse() {
    let include = || Request::put(API).credentials(Credentials::Include);
    for (profile, expected) in
        [(Profile::Standard, "PUT"), (Profile::Chromium, "PUT"), (Profile::Firefox, "?PUT PUT")]
    {
        let mut browser = Browser::at(PAGE).with_profile(profile);
        assert_eq!(next(&mut browser, include(), &[methods("PUT")]), "?PUT PUT");
        assert_eq!(next(&mut browser, Request::put(API), &[methods("PUT")]), expected, "{profile:?}");
        let mut browser = Browser::at(PAGE).with_profile(profile);
        assert_eq!(next(&mut browser, Request::put(API), &[methods("PUT")]), "?PUT PUT");
        assert_eq!(next(&mut browser, include(), &[methods("PUT")]), "?PUT PUT", "{profile:?}");
        assert_eq!(next(&mut browser, include(), &[]), "PUT", "{profile:?}");
    }
}

#[test]
fn stars_are_kept_but_in_firefox() {
    let stars = [methods("*"), names("*")];
    for (profile, reused) in [
        (Profile::Standard, true),
        (Profile::Chromium, true),
        (Profile::Safari, true),
        (Profile::Firefox, false),
    ] {
        let mut browser = Browser::at(PAGE).with_profile(profile);
        let request = |method| Request::new(method, API).header("x-a", "1");
        assert_eq!(next(&mut browser, request("PUT"), &stars), "?PUT PUT");
        let expected = if reused { "DELETE" } else { "?DELETE DELETE" };
        assert_eq!(next(&mut browser, request("DELETE"), &stars), expected, "{profile:?}");
    }
    let mut browser = Browser::at(PAGE);
    assert_eq!(next(&mut browser, Request::put(API).header("x-a", "1"), &stars), "?PUT PUT");
    let authorized = Request::put(API).header("authorization", "b");
    assert_eq!(next(&mut browser, authorized, &[methods("*"), names("authorization")]), "?PUT PUT");
}

#[test]
fn a_cached_star_covers_no_request_with_credentials() {
    let mut browser = Browser::at(PAGE);
    let include = |method| Request::new(method, API).credentials(Credentials::Include);
    assert_eq!(next(&mut browser, include("PUT"), &[methods("PUT, *")]), "?PUT PUT");
    assert_eq!(next(&mut browser, include("DELETE"), &[methods("DELETE")]), "?DELETE DELETE");
    assert_eq!(next(&mut browser, include("*"), &[]), "*");
    // The standard and WebKit use a `*` that came with credentials for requests without them.
    for (profile, expected) in [
        (Profile::Standard, "DELETE"),
        (Profile::Safari, "DELETE"),
        (Profile::Chromium, "?DELETE DELETE"),
        (Profile::Firefox, "?DELETE DELETE"),
    ] {
        let mut browser = Browser::at(PAGE).with_profile(profile);
        assert_eq!(next(&mut browser, include("PUT"), &[methods("PUT, *")]), "?PUT PUT");
        assert_eq!(next(&mut browser, Request::delete(API), &[methods("DELETE")]), expected, "{profile:?}");
    }
}

#[test]
fn a_failed_response_empties_the_cache() {
    let mut browser = Browser::at(PAGE);
    let other = "https://api.test/other";
    assert_eq!(next(&mut browser, Request::put(API), &[methods("PUT")]), "?PUT PUT");
    assert_eq!(next(&mut browser, Request::put(other), &[methods("PUT")]), "?PUT PUT");
    assert!(run(&mut browser, Request::put(API), &[CLOSED]).outcome.is_err());
    assert_eq!(next(&mut browser, Request::put(API), &[methods("PUT")]), "?PUT PUT");
    assert_eq!(next(&mut browser, Request::put(other), &[]), "PUT");
    // A request without a preflight leaves the cache alone.
    assert!(run(&mut browser, Request::get(API), &[CLOSED]).outcome.is_err());
    assert_eq!(next(&mut browser, Request::put(API), &[]), "PUT");
}

#[test]
fn chromium_keeps_answers_when_a_response_fails() {
    let mut browser = Browser::at(PAGE).with_profile(Profile::Chromium);
    assert_eq!(next(&mut browser, Request::put(API), &[methods("PUT")]), "?PUT PUT");
    assert!(run(&mut browser, Request::put(API), &[CLOSED]).outcome.is_err());
    assert_eq!(next(&mut browser, Request::put(API), &[]), "PUT");
    assert_eq!(next(&mut browser, Request::delete(API), &[methods("PUT")]), "?DELETE");
    assert_eq!(next(&mut browser, Request::put(API), &[methods("PUT")]), "?PUT PUT");
}

#[test]
fn a_failure_behind_a_redirect_empties_what_is_kept_there() {
    let mut browser = Browser::at(PAGE);
    let open: Answer<'_> = (200, &[ORIGIN, ("access-control-allow-methods", "PUT"), MINUTE]);
    let redirect: Answer<'_> = (307, &[ORIGIN, ("location", "https://api.test/b")]);
    assert_eq!(run(&mut browser, Request::put("https://api.test/b"), &[open, open]).story(), "?PUT PUT");
    assert_eq!(run(&mut browser, Request::put(API), &[open, redirect, CLOSED]).story(), "?PUT PUT PUT");
    assert_eq!(run(&mut browser, Request::put("https://api.test/b"), &[open, open]).story(), "?PUT PUT");
    assert_eq!(run(&mut browser, Request::put(API), &[open]).story(), "PUT");
}

#[test]
fn chromium_and_safari_keep_the_last_answer_only() {
    for (profile, expected) in [
        (Profile::Standard, "PUT"),
        (Profile::Firefox, "PUT"),
        (Profile::Chromium, "?PUT PUT"),
        (Profile::Safari, "?PUT PUT"),
    ] {
        let mut browser = Browser::at(PAGE).with_profile(profile);
        assert_eq!(next(&mut browser, Request::put(API), &[methods("PUT")]), "?PUT PUT");
        assert_eq!(next(&mut browser, Request::delete(API), &[methods("DELETE")]), "?DELETE DELETE");
        assert_eq!(next(&mut browser, Request::put(API), &[methods("PUT")]), expected, "{profile:?}");
    }
}

#[test]
fn a_new_answer_can_shorten_the_time() {
    let mut browser = Browser::at(PAGE);
    assert_eq!(next(&mut browser, Request::put(API), &[methods("PUT")]), "?PUT PUT");
    let now = [ORIGIN, methods("PUT"), names("x-a"), ("access-control-max-age", "0")];
    let other = Request::put(API).header("x-a", "1");
    assert_eq!(run(&mut browser, other, &[(200, &now), (200, &now)]).story(), "?PUT PUT");
    assert_eq!(next(&mut browser, Request::put(API), &[methods("PUT")]), "?PUT PUT");
}

#[test]
fn a_new_answer_counts_from_its_own_time() {
    let mut browser = Browser::at(PAGE);
    assert_eq!(next(&mut browser, Request::put(API), &[methods("PUT")]), "?PUT PUT");
    browser.advance(Duration::from_secs(50));
    let other = Request::put(API).header("x-a", "1");
    assert_eq!(next(&mut browser, other, &[methods("PUT"), names("x-a")]), "?PUT PUT");
    browser.advance(Duration::from_secs(59));
    assert_eq!(next(&mut browser, Request::put(API), &[]), "PUT");
    browser.advance(Duration::from_secs(1));
    assert_eq!(next(&mut browser, Request::put(API), &[methods("PUT")]), "?PUT PUT");
}

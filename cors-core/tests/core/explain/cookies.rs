//! Requests with cookies to a policy without `credentials`.

use cors_core::__adapter::{Owner, RequestHeader};
use cors_core::__private::{Endpoint, PolicySource};
use cors_core::{DefaultPolicy, Policy, Request};

use super::{APP, CODE, COOKIES, EVIL, LIST, STAR, explained};
use crate::adapter::Head;

const ORIGIN: (RequestHeader, &[u8]) = (RequestHeader::Origin, APP);
const COOKIE: (RequestHeader, &[u8]) = (RequestHeader::Cookie, b"id=1\r\n");
const CORS: (RequestHeader, &[u8]) = (RequestHeader::FetchMode, b"cors");

/// Returns the report on a `GET` request with these headers.
fn report(policy: &'static Policy, more: &[(RequestHeader, &[u8])]) -> Option<String> {
    let endpoint = Endpoint::from_source(PolicySource::Static(policy), "GET, PUT", false);
    explain(more, Owner::Route(&endpoint, "/users"))
}

fn explain(more: &[(RequestHeader, &[u8])], owner: Owner<'_>) -> Option<String> {
    let request = Request { method: b"GET", authority: Some(b"api.example.com"), ..Request::default() };
    let head = Head { more, ..Head::of(&request) };
    explained(head, owner, &Request::of(head))
}

#[test]
fn cookies_without_credentials_are_told_with_what_would_allow_them() {
    for (policy, origin, expected) in [
        (&LIST, ORIGIN, "the page sends cookies, which the policy does not allow; add credentials = true"),
        (
            &STAR,
            ORIGIN,
            "the page sends cookies, which the policy does not allow; add credentials = true and list the origins, allow_headers",
        ),
        (
            &Policy::PUBLIC,
            ORIGIN,
            "the page sends cookies, which the policy does not allow; add credentials = true and list the origins, methods, \
             allow_headers, expose_headers",
        ),
    ] {
        let shown = str::from_utf8(origin.1).unwrap();
        assert_eq!(
            report(policy, &[origin, COOKIE, CORS]).unwrap(),
            format!("browser will block GET /users from \"{shown}\": {expected}")
        );
    }
    let report = explain(&[ORIGIN, COOKIE, CORS], Owner::Default(DefaultPolicy::from(&LIST)));
    assert!(report.unwrap().ends_with("; add credentials = true to the default policy"));
}

#[test]
fn cookies_that_block_nothing_are_not_told() {
    const SAME_ORIGIN: (RequestHeader, &[u8]) = (RequestHeader::FetchSite, b"same-origin");
    for (policy, headers) in [
        (&COOKIES, &[ORIGIN, COOKIE, CORS][..]),
        (&LIST, &[ORIGIN, CORS]),
        // A form, a WebSocket or an old browser.
        (&LIST, &[ORIGIN, COOKIE]),
        (&LIST, &[ORIGIN, COOKIE, (RequestHeader::FetchMode, b"navigate")]),
        (&LIST, &[ORIGIN, COOKIE, (RequestHeader::FetchMode, b"websocket")]),
        (&LIST, &[ORIGIN, COOKIE, CORS, SAME_ORIGIN]),
        (&LIST, &[COOKIE, CORS]),
        (&STAR, &[COOKIE, CORS]),
    ] {
        assert_eq!(report(policy, headers), None, "{headers:?}");
    }
    // The origin is the reason here.
    let refused = report(&LIST, &[(RequestHeader::Origin, EVIL), COOKIE, CORS]).unwrap();
    assert!(refused.contains("it is not in origins"), "{refused}");
    let by_predicate = report(&CODE, &[ORIGIN, COOKIE, CORS]).unwrap();
    assert!(by_predicate.contains("refuses it"), "{by_predicate}");
}

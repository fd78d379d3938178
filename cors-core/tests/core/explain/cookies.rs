//! Requests with cookies to a policy without `credentials`.

use cors_core::__private::{Endpoint, Label, Owner, PolicySource, RequestHead, RequestHeader};
use cors_core::{DefaultPolicy, Policy, Request};

use super::{APP, CODE, COOKIES, EVIL, LIST, STAR};
use crate::adapter::Recorder;

/// The headers of a request to `https://api.example.com`.
#[derive(Debug, Clone, Copy)]
struct Head(&'static [u8], &'static [(RequestHeader, &'static [u8])]);

impl RequestHead<'static> for Head {
    fn method(self) -> &'static [u8] {
        self.0
    }

    fn lines(self, name: RequestHeader) -> impl Iterator<Item = &'static [u8]> {
        self.1.iter().filter(move |(other, _)| *other == name).map(|(_, line)| *line)
    }

    fn authority(self) -> Option<&'static [u8]> {
        Some(b"api.example.com")
    }
}

const ORIGIN: (RequestHeader, &[u8]) = (RequestHeader::Origin, APP);
const COOKIE: (RequestHeader, &[u8]) = (RequestHeader::Cookie, b"id=1\r\n");
const CORS: (RequestHeader, &[u8]) = (RequestHeader::FetchMode, b"cors");

fn report(policy: &'static Policy, head: Head) -> Option<String> {
    let endpoint = Endpoint::from_source(PolicySource::Literal(policy), "GET, PUT", false);
    let decision = endpoint.decide(&Request::of(head));
    Owner::Route(&endpoint).explanation::<Recorder>(Label::Name(&"/users"), head, &decision)
}

#[test]
fn cookies_without_credentials_are_told_with_what_would_allow_them() {
    for (policy, origin, expected) in [
        (&LIST, ORIGIN, "the page sends cookies, which the policy does not allow; add credentials = true"),
        (
            &STAR,
            ORIGIN,
            "the page sends cookies, which the policy does not allow; add credentials = true and list the origins",
        ),
    ] {
        let shown = str::from_utf8(origin.1).unwrap();
        assert_eq!(
            report(policy, Head(b"GET", Box::leak(Box::new([origin, COOKIE, CORS])))).unwrap(),
            format!("browser will block GET /users from \"{shown}\": {expected}")
        );
    }
    let default = DefaultPolicy::from(&LIST);
    let head = Head(b"GET", &[ORIGIN, COOKIE, CORS]);
    let decision = default.decide(&Request::of(head));
    let report = Owner::Default(&default).explanation::<Recorder>(Label::Path(b"/users"), head, &decision);
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
        assert_eq!(report(policy, Head(b"GET", headers)), None, "{headers:?}");
    }
    // The origin is the reason here.
    let refused = report(&LIST, Head(b"GET", &[(RequestHeader::Origin, EVIL), COOKIE, CORS])).unwrap();
    assert!(refused.contains("it is not in origins"), "{refused}");
    let by_predicate = report(&CODE, Head(b"GET", &[ORIGIN, COOKIE, CORS])).unwrap();
    assert!(by_predicate.contains("refuses it"), "{by_predicate}");
}

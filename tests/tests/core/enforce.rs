//! The key `enforce`, in every combination of what it looks at.

use cors_core::__private::{Checked, CheckedOrigins, Enforce, Scope, Source};
use cors_core::{
    AllowMethods, Config, Decision, Endpoint, HeaderName, Lines, MistakeKind, Policy, Request, Value, Vary,
};

const METHODS: [&[u8]; 8] = [b"GET", b"HEAD", b"OPTIONS", b"POST", b"PUT", b"DELETE", b"get", b"LEFT-OUT"];
const SITES: [Lines<'_>; 11] = [
    Lines::None,
    Lines::Several,
    Lines::One(b"same-origin"),
    Lines::One(b"none"),
    Lines::One(b"same-site"),
    Lines::One(b"cross-site"),
    Lines::One(b"Same-Origin"),
    Lines::One(b"same-origin "),
    Lines::One(b"same-origin, none"),
    Lines::One(b""),
    Lines::One(b"\xff"),
];
const ORIGINS: [Lines<'_>; 13] = [
    Lines::None,
    Lines::Several,
    Lines::One(b"https://app.example.com"),
    Lines::One(b"https://evil.example"),
    Lines::One(b"null"),
    Lines::One(b""),
    Lines::One(b"http://api.example"),
    Lines::One(b"https://api.example"),
    Lines::One(b"https://api.example:8443"),
    Lines::One(b"https://api.example.evil.example"),
    Lines::One(b"https://not-api.example"),
    Lines::One(b"tauri://api.example"),
    Lines::One(b"api.example"),
];
const HOSTS: [Lines<'_>; 7] = [
    Lines::None,
    Lines::Several,
    Lines::One(b"api.example"),
    Lines::One(b"API.example"),
    Lines::One(b"api.example:8443"),
    Lines::One(b"app.example.com"),
    Lines::One(b"null"),
];

/// A policy of one origin, and one of any: what is replaced at run time can become one.
static POLICIES: [Policy; 2] = [
    policy(CheckedOrigins::List { exact: &["https://app.example.com"], patterns: &[] }),
    policy(CheckedOrigins::Any),
];
const SERVED: &str = "GET, HEAD, OPTIONS, POST, PUT, DELETE, get";

const fn policy(origins: CheckedOrigins) -> Policy {
    Policy::from_checked(Checked { origins, ..Checked::SAME_ORIGIN })
}

#[test]
fn every_combination_is_refused_as_the_order_of_checks_says() {
    let mut counts = [0, 0];
    for policy in &POLICIES {
        for enforce in [Enforce::UnsafeMethods, Enforce::AllMethods] {
            let endpoint = Endpoint::named(Source::Literal(policy), SERVED, false).enforcing(enforce);
            for request in requests() {
                let expected = refuses(enforce, policy.origins().is_any(), &request);
                let decision = endpoint.decide(&request);
                let is_refused = matches!(decision, Decision::Refuse(_));
                assert_eq!(is_refused, expected, "{enforce:?} {policy}: {request:?}");
                check_headers(policy, &request, &decision);
                counts[usize::from(is_refused)] += 1;
            }
        }
    }
    assert!(counts.into_iter().all(|count| count > 4000), "{counts:?}");
}

fn requests() -> impl Iterator<Item = Request<'static>> {
    let request =
        |method, fetch_site, origin, host| Request { method, origin, fetch_site, host, ..Request::default() };
    METHODS.into_iter().flat_map(move |method| {
        SITES.into_iter().flat_map(move |fetch_site| {
            ORIGINS.into_iter().flat_map(move |origin| {
                HOSTS.into_iter().map(move |host| request(method, fetch_site, origin, host))
            })
        })
    })
}

/// The order of checks, one sentence each.
fn refuses(enforce: Enforce, is_any: bool, request: &Request<'_>) -> bool {
    let text = |lines| match lines {
        Lines::One(line) => std::str::from_utf8(line).ok(),
        Lines::None | Lines::Several => None,
    };
    // 1. In the mode for unsafe methods the safe ones pass.
    if enforce == Enforce::UnsafeMethods && [&b"GET"[..], b"HEAD", b"OPTIONS"].contains(&request.method) {
        return false;
    }
    // 2. What the browser says to be of the same origin, or the user's own doing, passes.
    if let Some("same-origin" | "none") = text(request.fetch_site) {
        return false;
    }
    // 3. An origin that the policy allows for this method passes.
    let is_served = SERVED.split(", ").any(|method| method.as_bytes() == request.method);
    let is_allowed = is_any || text(request.origin) == Some("https://app.example.com");
    if is_served && is_allowed {
        return false;
    }
    // 4. Whatever else the browser says is refused.
    if request.fetch_site != Lines::None {
        return true;
    }
    // 5. What is of no browser passes.
    if request.origin == Lines::None {
        return false;
    }
    // 6. A page of this very host passes, whatever its scheme.
    if let (Some(origin), Some(host)) = (text(request.origin), text(request.host)) {
        let host = host.to_lowercase();
        return origin != format!("https://{host}") && origin != format!("http://{host}");
    }
    // 7. The rest is refused.
    true
}

/// A refusal says that it is one of the origin, and is kept by no cache; other responses are as without the key.
fn check_headers(policy: &Policy, request: &Request<'_>, decision: &Decision<'_>) {
    if let Decision::Refuse(headers) = decision {
        let lines: Vec<_> = headers.iter().collect();
        assert_eq!(lines, [(HeaderName::CacheControl, Value::Static("no-store"))], "{request:?}");
        assert_eq!(headers.vary(), Vary::REFUSAL, "{request:?}");
    } else {
        assert_eq!(*decision, policy.decide(AllowMethods::from_checked(SERVED), request), "{request:?}");
    }
}

#[test]
fn preflights_are_answered_as_without_the_key() {
    let endpoint =
        Endpoint::named(Source::Literal(&POLICIES[0]), SERVED, false).enforcing(Enforce::AllMethods);
    for fetch_site in SITES {
        for (origin, status) in [("https://app.example.com", 204), ("https://evil.example", 403)] {
            let request = Request {
                method: b"OPTIONS",
                origin: Lines::One(origin.as_bytes()),
                requested_method: Lines::One(b"PUT"),
                fetch_site,
                ..Request::default()
            };
            let Decision::Answer(answer) = endpoint.decide(&request) else { panic!("{request:?}") };
            assert_eq!((answer.status(), answer.headers.vary()), (status, Vary::PREFLIGHT), "{request:?}");
        }
    }
}

/// By a policy that allows every origin nothing would be refused.
#[test]
fn what_allows_every_origin_enforces_nothing() {
    for (origins, word, kind) in [
        (&["*"][..], "all_methods", Some(MistakeKind::EnforceAnyOrigin)),
        (&["https://a.example"], "all_methods", None),
        (&["https://a.example"], "unsafe_methods", None),
        (&["https://a.example"], "unsafe", Some(MistakeKind::EnforceUnknown)),
    ] {
        let mut config = Config::default();
        config.origins = Some(origins.iter().map(|origin| (*origin).to_owned()).collect());
        let error = config.check(&Scope { enforce: Some(word), ..Scope::default() }).err();
        assert_eq!(error.map(|error| error.mistakes()[0].kind()), kind, "{word}");
    }
}

//! The key `enforce`, in every combination of its inputs.

use cors_core::__adapter::Owner;
use cors_core::__macros::MistakeKind;
use cors_core::__macros::{CheckContext, RouteContext};
use cors_core::__private::Endpoint;
use cors_core::__private::{Enforce, PolicySource, StaticOrigins, StaticPolicy};
use cors_core::{
    AllowMethods, Config, Decision, FieldLines, HeaderName, Policy, PolicyError, Request, Value, Vary,
};
use cors_oracle::policy_of;

const METHODS: [&[u8]; 8] = [b"GET", b"HEAD", b"OPTIONS", b"POST", b"PUT", b"DELETE", b"get", b"LEFT-OUT"];
const SITES: [FieldLines<'_>; 11] = [
    FieldLines::Absent,
    FieldLines::Several,
    FieldLines::One(b"same-origin"),
    FieldLines::One(b"none"),
    FieldLines::One(b"same-site"),
    FieldLines::One(b"cross-site"),
    FieldLines::One(b"Same-Origin"),
    FieldLines::One(b"same-origin "),
    FieldLines::One(b"same-origin, none"),
    FieldLines::One(b""),
    FieldLines::One(b"\xff"),
];
const ORIGINS: [FieldLines<'_>; 13] = [
    FieldLines::Absent,
    FieldLines::Several,
    FieldLines::One(b"https://app.example.com"),
    FieldLines::One(b"https://evil.example"),
    FieldLines::One(b"null"),
    FieldLines::One(b""),
    FieldLines::One(b"http://api.example"),
    FieldLines::One(b"https://api.example"),
    FieldLines::One(b"https://api.example:8443"),
    FieldLines::One(b"https://api.example.evil.example"),
    FieldLines::One(b"https://not-api.example"),
    FieldLines::One(b"tauri://api.example"),
    FieldLines::One(b"api.example"),
];
const HOSTS: [FieldLines<'_>; 7] = [
    FieldLines::Absent,
    FieldLines::Several,
    FieldLines::One(b"api.example"),
    FieldLines::One(b"API.example"),
    FieldLines::One(b"api.example:8443"),
    FieldLines::One(b"app.example.com"),
    FieldLines::One(b"null"),
];

/// A policy of one origin, and one of any origin: a replacement at run time can turn one into the other.
static POLICIES: [Policy; 2] = [
    policy(StaticOrigins::List { exact: &["https://app.example.com"], patterns: &[] }),
    policy(StaticOrigins::Any),
];
const SERVED: &str = "GET, HEAD, OPTIONS, POST, PUT, DELETE, get";

const fn policy(origins: StaticOrigins) -> Policy {
    policy_of(StaticPolicy { origins, ..StaticPolicy::SAME_ORIGIN })
}

#[test]
fn every_combination_is_refused_as_the_order_of_checks_says() {
    let mut counts = [0, 0];
    for policy in &POLICIES {
        for enforce in [Enforce::UnsafeMethods, Enforce::AllMethods] {
            let endpoint =
                Endpoint::from_source(PolicySource::Static(policy), SERVED, false).with_enforce(enforce);
            for request in requests() {
                let expected = refuses(enforce, policy.origins().is_any(), &request);
                let decision = Owner::Route(&endpoint, "/").decide(&request);
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

/// Refuses by the documented checks, in their order.
fn refuses(enforce: Enforce, is_any: bool, request: &Request<'_>) -> bool {
    let text = |lines| match lines {
        FieldLines::One(line) => std::str::from_utf8(line).ok(),
        FieldLines::Absent | FieldLines::Several => None,
    };
    // 1. With `unsafe_methods`, safe methods pass.
    if enforce == Enforce::UnsafeMethods && [&b"GET"[..], b"HEAD", b"OPTIONS"].contains(&request.method) {
        return false;
    }
    // 2. A request of the same origin, or started by the user, passes by `Sec-Fetch-Site`.
    if let Some("same-origin" | "none") = text(request.fetch_site) {
        return false;
    }
    // 3. An origin that the policy allows for this method passes.
    let is_served = SERVED.split(", ").any(|method| method.as_bytes() == request.method);
    let is_allowed = is_any || text(request.origin) == Some("https://app.example.com");
    if is_served && is_allowed {
        return false;
    }
    // 4. Every other value of `Sec-Fetch-Site` is refused.
    if request.fetch_site != FieldLines::Absent {
        return true;
    }
    // 5. A request that no browser sent passes.
    if request.origin == FieldLines::Absent {
        return false;
    }
    // 6. A page of this very host passes, whatever its scheme. Ports and other names have a test below.
    if let (Some(origin), Some(host)) = (text(request.origin), text(request.host)) {
        let host = host.to_lowercase();
        return origin != format!("https://{host}") && origin != format!("http://{host}");
    }
    // 7. The rest is refused.
    true
}

/// Hosts of origins: in several spellings, with user information, and one text that is no host.
const NAMES: [&str; 11] = [
    "api.example",
    "API.Example",
    "[::1]",
    "api.example.",
    "not-api.example",
    "user@api.example",
    "user:pw@api.example",
    "api.example/",
    " api.example",
    "\u{e4}pi.example",
    "",
];
const PORTS: [&str; 10] = ["", ":", ":80", ":443", ":8080", ":080", ":x", ":+80", ":80 ", ":80:80"];
const OWN_HOSTS: [&str; 2] = ["api.example", "[::1]"];
const OWN_PORTS: [&str; 2] = ["", ":8080"];

/// Composes names from their parts, so that the test parses nothing.
#[test]
fn every_name_of_the_server_has_to_be_the_origins() {
    let parts: Vec<_> =
        NAMES.into_iter().flat_map(|name| PORTS.into_iter().map(move |port| (name, port))).collect();
    let texts: Vec<String> = parts.iter().map(|(name, port)| format!("{name}{port}")).collect();
    for (scheme, default_port) in [("http", "80"), ("https", "443"), ("tauri", "")] {
        for (host, port) in OWN_HOSTS.into_iter().flat_map(|host| OWN_PORTS.map(|port| (host, port))) {
            let origin = format!("{scheme}://{host}{port}");
            let number = |port: &'static str| match port {
                "" | ":" => default_port,
                port => &port[1..],
            };
            let fits = |(name, named_port): &(&'static str, &'static str)| {
                name.to_lowercase() == host && number(named_port) == number(port)
            };
            let fitting: Vec<bool> = parts.iter().map(|parts| scheme != "tauri" && fits(parts)).collect();
            for ((text, fits), case) in texts.iter().zip(&fitting).zip(0..) {
                let text = text.as_bytes();
                check_names(&origin, None, FieldLines::One(text), *fits);
                check_names(&origin, Some(text), FieldLines::Absent, *fits);
                check_names(&origin, Some(text), FieldLines::Several, false);
                // Beside each other name in turn, so that every pair meets in some row.
                for (other, other_fits) in texts.iter().zip(&fitting).skip(case % 3).step_by(3) {
                    check_names(&origin, Some(text), FieldLines::One(other.as_bytes()), *fits && *other_fits);
                }
            }
            check_names(&origin, None, FieldLines::Absent, false);
            check_names(&origin, None, FieldLines::Several, false);
        }
    }
}

fn check_names(origin: &str, authority: Option<&[u8]>, host: FieldLines<'_>, passes: bool) {
    let endpoint = Endpoint::from_source(PolicySource::Static(&POLICIES[0]), SERVED, false)
        .with_enforce(Enforce::AllMethods);
    let origin = FieldLines::One(origin.as_bytes());
    let request = Request { method: b"PUT", origin, authority, host, ..Request::default() };
    assert_eq!(
        !matches!(Owner::Route(&endpoint, "/").decide(&request), Decision::Refuse(_)),
        passes,
        "{request:?}"
    );
}

/// Checks that a refusal varies by `Origin` and is never cached, and that other responses are as without the key.
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
    let endpoint = Endpoint::from_source(PolicySource::Static(&POLICIES[0]), SERVED, false)
        .with_enforce(Enforce::AllMethods);
    for fetch_site in SITES {
        for (origin, status) in [("https://app.example.com", 204), ("https://evil.example", 403)] {
            let request = Request {
                method: b"OPTIONS",
                origin: FieldLines::One(origin.as_bytes()),
                requested_method: FieldLines::One(b"PUT"),
                fetch_site,
                ..Request::default()
            };
            let decision = Owner::Route(&endpoint, "/").decide(&request);
            let (found, vary) = (decision.status(), decision.headers().vary());
            assert_eq!((found, vary), (Some(status), Vary::PREFLIGHT), "{request:?}");
        }
    }
}

/// A policy that allows every origin enforces nothing, and neither does `unsafe_methods` on a route of safe methods.
#[test]
fn what_would_refuse_nothing_is_a_mistake() {
    let (any, one) = (&["*"][..], &["https://a.example"][..]);
    for (origins, methods, word, kind) in [
        (any, None, "all_methods", Some(MistakeKind::EnforceAnyOrigin)),
        (any, Some(&["GET"][..]), "unsafe_methods", Some(MistakeKind::EnforceAnyOrigin)),
        (one, None, "all_methods", None),
        (one, None, "unsafe_methods", None),
        (one, None, "unsafe", Some(MistakeKind::EnforceUnknown)),
        (one, Some(&["GET"]), "unsafe_methods", Some(MistakeKind::EnforceSafeMethods)),
        (one, Some(&["OPTIONS", "GET", "HEAD"]), "unsafe_methods", Some(MistakeKind::EnforceSafeMethods)),
        (one, Some(&["GET"]), "all_methods", None),
        (one, Some(&["GET", "POST"]), "unsafe_methods", None),
        (one, Some(&["PROPFIND"]), "unsafe_methods", None),
        (one, Some(&["get"]), "unsafe_methods", None),
        (one, Some(&[]), "unsafe_methods", None),
    ] {
        let mut config = Config::default();
        config.origins = Some(origins.iter().map(|origin| (*origin).to_owned()).collect());
        let on_route = Some(RouteContext { methods, head_follows_get: false, body: None });
        // A route with unknown methods behaves like no route.
        for route in [on_route, on_route.filter(|_| methods.is_some())] {
            let context = CheckContext { enforce: Some(word), route, ..CheckContext::default() };
            let error = config.check(&context).err();
            let kinds: Vec<_> =
                error.iter().flat_map(PolicyError::mistakes).map(|mistake| mistake.kind()).collect();
            assert_eq!(kinds, Vec::from_iter(kind), "{word} {methods:?}");
        }
    }
}

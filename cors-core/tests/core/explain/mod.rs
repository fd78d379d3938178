//! Log lines about requests that a policy blocks.

mod agreement;
mod cookies;
mod empty;
mod hostile;
mod methods;
mod offers;
mod silent;
mod world;

use cors_core::__adapter::Owner;
use cors_core::__private::{Endpoint, Enforce, PolicySource, Predicate, StaticOrigins, StaticPolicy};
use cors_core::{FieldLines, Policy, Request};
use cors_oracle::policy_of;

use crate::adapter::Head;

const APP: &[u8] = b"https://app.example.com";
const EVIL: &[u8] = b"https://evil.example";
const NO_ORIGIN: &str = "browsers write an origin as scheme://host or scheme://host:port, so a program that is no browser \
                         sent it, or a proxy changed it";

static LIST: Policy = policy(StaticOrigins::List { exact: &["https://app.example.com"], patterns: &[] });
static COOKIES: Policy = policy_of(StaticPolicy {
    origins: StaticOrigins::List { exact: &["https://app.example.com"], patterns: &[] },
    credentials: true,
    allow_headers: "x-a",
    ..StaticPolicy::SAME_ORIGIN
});
static INSECURE: Policy = policy_of(StaticPolicy {
    origins: StaticOrigins::List { exact: &["http://app.example.com"], patterns: &[] },
    credentials: true,
    dangerously_allow: "insecure_origins",
    ..StaticPolicy::SAME_ORIGIN
});
static SUFFIX: Policy = policy_of(StaticPolicy {
    origins: StaticOrigins::List { exact: &[], patterns: &["https://*.github.io"] },
    dangerously_allow: "public_suffix_wildcards",
    ..StaticPolicy::SAME_ORIGIN
});
static GET_ONLY: Policy = policy_of(StaticPolicy {
    origins: StaticOrigins::List { exact: &["https://app.example.com"], patterns: &[] },
    methods: Some("GET"),
    ..StaticPolicy::SAME_ORIGIN
});
static STAR: Policy =
    policy_of(StaticPolicy { origins: StaticOrigins::Any, allow_headers: "*", ..StaticPolicy::SAME_ORIGIN });
static CODE: Policy = policy(StaticOrigins::Predicate(Predicate {
    text: "predicate(is_preview)",
    module: "",
    framework: "",
    vary: &[],
    function: &(),
}));

const fn policy(origins: StaticOrigins) -> Policy {
    policy_of(StaticPolicy { origins, ..StaticPolicy::SAME_ORIGIN })
}

const fn actual(method: &'static [u8], origin: &'static [u8]) -> Request<'static> {
    Request {
        method,
        origin: FieldLines::One(origin),
        requested_method: FieldLines::Absent,
        fetch_site: FieldLines::Absent,
        host: FieldLines::One(b"api.example.com"),
        authority: None,
    }
}

const fn preflight(method: &'static [u8], origin: &'static [u8]) -> Request<'static> {
    Request { requested_method: FieldLines::One(method), ..actual(b"OPTIONS", origin) }
}

/// Returns the report on a request to a route of these methods.
fn on(endpoint: &Endpoint, request: &Request<'_>, asked: &[&[u8]]) -> Option<String> {
    let head = Head { asked, ..Head::of(request) };
    explained(head, Owner::Route(endpoint, "/users/{id}"), request)
}

/// Returns the report on a request that its owner decides.
fn explained(head: Head<'_>, owner: Owner<'_>, request: &Request<'_>) -> Option<String> {
    let decision = owner.decide(request);
    head.explain(owner, &decision)
}

/// Returns the report on a request to `GET, PUT /users/{id}`.
fn report(policy: &'static Policy, request: Request<'_>, asked: &[&[u8]]) -> Option<String> {
    on(&Endpoint::from_source(PolicySource::Static(policy), "GET, PUT", false), &request, asked)
}

#[track_caller]
fn says(policy: &'static Policy, request: Request<'_>, asked: &[&[u8]], expected: &str) {
    assert_eq!(report(policy, request, asked).as_deref(), Some(expected));
}

/// The refused origin does not need the danger, but those of the policy do.
#[test]
fn an_accepted_danger_is_no_reason() {
    for policy in [&INSECURE, &SUFFIX] {
        let why = "it is not in origins; to allow it, add \"https://evil.example\" to origins";
        let line = format!("\"https://evil.example\" cannot read GET /users/{{id}}: {why}");
        says(policy, actual(b"GET", EVIL), &[], &line);
    }
}

const ADD_IT: &str = "it is not in origins; to allow it, add \"http://evil.example\" to origins";

#[test]
fn refused_origins_are_told_with_what_would_allow_them() {
    for (policy, origin, expected) in [
        (&LIST, EVIL, "it is not in origins; to allow it, add \"https://evil.example\" to origins"),
        (&LIST, b"http://evil.example", ADD_IT),
        (&LIST, b"null", "every site can send the origin null; serve the page from an origin of its own"),
        (
            &LIST,
            b"https://app.example.com/",
            "origin `https://app.example.com/` ends with `/`, and browsers send origins without a path, so a \
             program that is no browser sent it, or a proxy changed it",
        ),
        (&LIST, b"*", NO_ORIGIN),
        (&LIST, b"NULL", NO_ORIGIN),
        (&LIST, b"https://*.example.com", NO_ORIGIN),
        (
            &COOKIES,
            b"http://evil.example",
            "it is not in origins, and anyone on the network between `http://evil.example` and its visitors \
             can change its pages, and with `credentials = true` act as these visitors; use `https`, or add \
             `dangerously_allow = [\"insecure_origins\"]` and the origin",
        ),
        (&INSECURE, b"http://evil.example", ADD_IT),
        (
            &Policy::SAME_ORIGIN,
            APP,
            "the route is same_origin; write origins = [\"https://app.example.com\"] instead",
        ),
        (&CODE, APP, "predicate(is_preview) refuses it; only what it returns can allow it"),
        (&CODE, b"null", "every site can send the origin null; serve the page from an origin of its own"),
    ] {
        let shown = str::from_utf8(origin).unwrap();
        says(
            policy,
            actual(b"GET", origin),
            &[],
            &format!("\"{shown}\" cannot read GET /users/{{id}}: {expected}"),
        );
        let refused = format!("refused the preflight for PUT /users/{{id}} from \"{shown}\": {expected}");
        says(policy, preflight(b"PUT", origin), &[b"x-b"], &refused);
    }
}

#[test]
fn several_lines_and_long_ones_are_told() {
    let several = Request { origin: FieldLines::Several, ..actual(b"GET", b"") };
    let expected = "several origins cannot read GET /users/{id}: browsers send one line of Origin, so a \
                    program that is no browser sent it, or a proxy changed it";
    says(&LIST, several, &[], expected);
    let host = "a.".repeat(61);
    let long = format!("https://{host}example");
    let report_of = |origin: &str| {
        report(&LIST, Request { origin: FieldLines::One(origin.as_bytes()), ..actual(b"GET", b"") }, &[])
            .unwrap()
    };
    let cut = &long[..128];
    assert_eq!(
        report_of(&long),
        format!(
            "\"{cut}… (137 bytes)\" cannot read GET /users/{{id}}: it is not in origins; to allow it, add it to origins"
        )
    );
    let longer = format!("https://{}.example", "a".repeat(400));
    let end =
        "no origin has more than 326 bytes, so a program that is no browser sent it, or a proxy changed it";
    assert!(report_of(&longer).ends_with(end), "{}", report_of(&longer));
}

#[test]
fn headers_that_a_browser_will_miss_are_told() {
    let put = preflight(b"PUT", APP);
    for (policy, asked, expected) in [
        (&LIST, &[&b"content-type"[..]][..], "add allow_headers = [\"content-type\"]"),
        (&LIST, &[b"x-b,,X-A , x-b"], "add allow_headers = [\"x-a\", \"x-b\"]"),
        (&LIST, &[b"x-b", b"x-a"], "add allow_headers = [\"x-a\", \"x-b\"]"),
        (&COOKIES, &[b"X-A,x-b,x-c"], "add \"x-b\", \"x-c\" to allow_headers"),
        (
            &LIST,
            &[b"access-control-allow-origin,x-a"],
            "add allow_headers = [\"x-a\"]; remove \
             \"access-control-allow-origin\" from the page's request, since no policy allows it",
        ),
        (
            &LIST,
            &[b"cookie,sec-a,*,x-*"],
            "remove \"*\", \"cookie\", \"sec-a\", \"x-*\" from the page's request, since no policy allows it",
        ),
        (&STAR, &[b"authorization,x-a"], "add \"authorization\" to allow_headers"),
    ] {
        let (will, why) = match policy.origins().is_any() {
            true => ("may", "by the standard * does not include authorization"),
            false => ("will", "the page sets request headers that the policy does not allow"),
        };
        let line = format!(
            "browser {will} block PUT /users/{{id}} from \"https://app.example.com\": {why}; {expected}"
        );
        says(policy, put, asked, &line);
    }
}

#[test]
fn headers_that_are_allowed_or_no_names_are_not_told() {
    for (policy, asked) in [
        (&COOKIES, &[&b"x-a"[..]][..]),
        (&COOKIES, &[b"X-A"]),
        (&STAR, &[b"x-a,content-type"]),
        (&LIST, &[b""]),
        (&LIST, &[b" , ,"]),
        (&LIST, &[b"x a, \"x\", \xff"]),
        (&LIST, &[]),
    ] {
        assert_eq!(report(policy, preflight(b"PUT", APP), asked), None, "{asked:?}");
    }
}

#[test]
fn refusals_of_the_server_are_told() {
    let endpoint = Endpoint::from_source(PolicySource::Static(&GET_ONLY), "GET, PUT", false)
        .with_enforce(Enforce::AllMethods);
    for (request, expected) in [
        (
            actual(b"GET", EVIL),
            "refused GET /users/{id} from \"https://evil.example\": it is not in origins; to allow it, add \"https://evil.example\" \
             to origins",
        ),
        (
            actual(b"PUT", APP),
            "refused PUT /users/{id} from \"https://app.example.com\": methods does not list PUT; add \"PUT\" to methods",
        ),
        // The reason is the method, not the origin, whether the preflight is refused or not.
        (
            preflight(b"PUT", APP),
            "browser will block PUT /users/{id} from \"https://app.example.com\": methods does not list PUT; add \"PUT\" to methods",
        ),
        (
            preflight(b"DELETE", EVIL),
            "refused OPTIONS /users/{id} from \"https://evil.example\": it is not in origins; to allow it, add \"https://evil.example\" \
             to origins",
        ),
        (
            Request {
                origin: FieldLines::Absent,
                fetch_site: FieldLines::One(b"cross-site"),
                ..actual(b"GET", b"")
            },
            "refused GET /users/{id} from a page of another site: its browser sent no Origin, as for a link or \
             an image; nothing in a policy allows it",
        ),
    ] {
        assert_eq!(on(&endpoint, &request, &[]).as_deref(), Some(expected));
    }
}

#[test]
fn what_passes_and_what_is_of_the_own_origin_is_not_told() {
    let own = |fetch_site| Request { fetch_site, ..actual(b"PUT", EVIL) };
    for request in [
        actual(b"GET", APP),
        preflight(b"PUT", APP),
        Request { origin: FieldLines::Absent, ..actual(b"GET", b"") },
        Request {
            origin: FieldLines::Absent,
            fetch_site: FieldLines::One(b"cross-site"),
            ..actual(b"GET", b"")
        },
        actual(b"PUT", b"https://api.example.com"),
        actual(b"PUT", b"http://api.example.com"),
        own(FieldLines::One(b"same-origin")),
        own(FieldLines::One(b"none")),
    ] {
        assert_eq!(report(&LIST, request, &[]), None, "{request:?}");
    }
    // `Sec-Fetch-Site` takes precedence over the host.
    let insecure =
        Request { fetch_site: FieldLines::One(b"cross-site"), ..actual(b"PUT", b"http://api.example.com") };
    assert!(report(&LIST, insecure, &[]).is_some());
    assert!(report(&LIST, own(FieldLines::One(b"same-site")), &[]).is_some());
}

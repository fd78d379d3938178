//! What the log says of requests that a policy does not let pass.

mod agreement;
mod hostile;
mod offers;
mod world;

use cors_core::__private::{
    Endpoint, Enforce, Label, Owner, PolicySource, Predicate, StaticOrigins, StaticPolicy,
};
use cors_core::{DefaultPolicy, FieldLines, Policy, Request};

const APP: &[u8] = b"https://app.example.com";
const EVIL: &[u8] = b"https://evil.example";

static LIST: Policy = policy(StaticOrigins::List { exact: &["https://app.example.com"], patterns: &[] });
static COOKIES: Policy = Policy::from_checked(StaticPolicy {
    origins: StaticOrigins::List { exact: &["https://app.example.com"], patterns: &[] },
    credentials: true,
    allow_headers: "x-a",
    ..StaticPolicy::SAME_ORIGIN
});
static INSECURE: Policy = Policy::from_checked(StaticPolicy {
    origins: StaticOrigins::List { exact: &["http://app.example.com"], patterns: &[] },
    credentials: true,
    dangerously_allow: "insecure_origins",
    ..StaticPolicy::SAME_ORIGIN
});
static GET_ONLY: Policy = Policy::from_checked(StaticPolicy {
    origins: StaticOrigins::List { exact: &["https://app.example.com"], patterns: &[] },
    methods: Some("GET"),
    ..StaticPolicy::SAME_ORIGIN
});
static STAR: Policy = Policy::from_checked(StaticPolicy {
    origins: StaticOrigins::Any,
    allow_headers: "*",
    ..StaticPolicy::SAME_ORIGIN
});
static CODE: Policy = policy(StaticOrigins::Predicate(Predicate {
    text: "predicate(is_preview)",
    module: "",
    framework: "",
    vary: &[],
    function: &(),
}));

const fn policy(origins: StaticOrigins) -> Policy {
    Policy::from_checked(StaticPolicy { origins, ..StaticPolicy::SAME_ORIGIN })
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

/// The report on a request to a route of these methods.
fn on(endpoint: &Endpoint, request: &Request<'_>, asked: &[&[u8]]) -> Option<String> {
    let asked = asked.iter().copied();
    Owner::Route(endpoint).explain(Label::Route(&"/users/{id}"), request, &endpoint.decide(request), asked)
}

/// The report on a request to `GET, PUT /users/{id}`.
fn report(policy: &'static Policy, request: Request<'_>, asked: &[&[u8]]) -> Option<String> {
    on(&Endpoint::from_source(PolicySource::Literal(policy), "GET, PUT", false), &request, asked)
}

#[track_caller]
fn says(policy: &'static Policy, request: Request<'_>, asked: &[&[u8]], expected: &str) {
    assert_eq!(report(policy, request, asked).as_deref(), Some(expected));
}

#[test]
fn refused_origins_are_told_with_what_would_allow_them() {
    for (policy, origin, expected) in [
        (&LIST, EVIL, "it is not in origins; add \"https://evil.example\" to origins"),
        (&LIST, b"http://evil.example", "it is not in origins; add \"http://evil.example\" to origins"),
        (&LIST, b"null", "every site can send the origin null; serve the page from an origin of its own"),
        (
            &LIST,
            b"https://app.example.com/",
            "origin `https://app.example.com/` ends with `/`, and browsers send origins without a path; nothing in a \
             policy allows it",
        ),
        (&LIST, b"*", "browsers send no such origin; nothing in a policy allows it"),
        (&LIST, b"https://*.example.com", "browsers send no such origin; nothing in a policy allows it"),
        (
            &COOKIES,
            b"http://evil.example",
            "it is not in origins, and anyone on the network between `http://evil.example` and its visitors \
             can change its pages, and with `credentials = true` act as these visitors; use `https`, or add \
             `dangerously_allow = [\"insecure_origins\"]`",
        ),
        (&INSECURE, b"http://evil.example", "it is not in origins; add \"http://evil.example\" to origins"),
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
    let expected = "several origins cannot read GET /users/{id}: no browser sends several lines of Origin; \
                    nothing in a policy allows it";
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
            "\"{cut}… (137 bytes)\" cannot read GET /users/{{id}}: it is not in origins; add it to origins"
        )
    );
    let longer = format!("https://{}.example", "a".repeat(400));
    let end = "no origin has more than 326 bytes; nothing in a policy allows it";
    assert!(report_of(&longer).ends_with(end), "{}", report_of(&longer));
}

#[test]
fn methods_that_are_left_out_are_told() {
    let left_out = "methods does not list PUT; add \"PUT\" to methods";
    for origin in [APP, EVIL] {
        let expected = format!("browser will block PUT /users/{{id}}: {left_out}");
        says(&GET_ONLY, preflight(b"PUT", origin), &[], &expected);
    }
    let expected = format!("\"https://app.example.com\" cannot read PUT /users/{{id}}: {left_out}");
    says(&GET_ONLY, actual(b"PUT", APP), &[], &expected);
    static BY_KEY: Endpoint = Endpoint::from_checked(&LIST, "GET").with_all_methods("GET, PUT, TRACE");
    assert_eq!(
        on(&BY_KEY, &preflight(b"PUT", APP), &[]).as_deref(),
        Some("browser will block PUT /users/{id}: methods does not list PUT; add \"PUT\" to methods")
    );
    assert_eq!(
        on(&BY_KEY, &preflight(b"TRACE", APP), &[]).as_deref(),
        Some(
            "browser will block TRACE /users/{id}: browsers do not let scripts send `TRACE`; use another method in the page"
        )
    );
    // What the route does not serve is for others to answer.
    assert_eq!(on(&BY_KEY, &preflight(b"DELETE", APP), &[]), None);
    let several = Request { requested_method: FieldLines::Several, ..preflight(b"", APP) };
    assert_eq!(on(&BY_KEY, &several, &[]), None);
}

#[test]
fn a_default_is_not_told_to_list_what_it_must_not() {
    let default = DefaultPolicy::from(&COOKIES);
    let request = preflight(b"*", APP);
    let decision = default.decide(&request);
    let report =
        Owner::Default(&default).explain(Label::Path(b"/users"), &request, &decision, [].into_iter());
    let expected = "browser will block * /users: with `credentials = true` browsers treat `*` as a method named `*`; \
                    use another method in the page";
    assert_eq!(report.as_deref(), Some(expected));
}

#[test]
fn headers_that_a_browser_will_miss_are_told() {
    let put = preflight(b"PUT", APP);
    for (policy, asked, expected) in [
        (
            &LIST,
            &[&b"content-type"[..]][..],
            "will block PUT /users/{id}: add allow_headers = [\"content-type\"]",
        ),
        (&LIST, &[b"x-b,,X-A , x-b"], "will block PUT /users/{id}: add allow_headers = [\"x-a\", \"x-b\"]"),
        (&LIST, &[b"x-b", b"x-a"], "will block PUT /users/{id}: add allow_headers = [\"x-a\", \"x-b\"]"),
        (&COOKIES, &[b"X-A,x-b,x-c"], "will block PUT /users/{id}: add \"x-b\", \"x-c\" to allow_headers"),
        (
            &LIST,
            &[b"access-control-allow-origin,x-a"],
            "will block PUT /users/{id}: add allow_headers = [\"x-a\"]; remove \
             \"access-control-allow-origin\" from the page's request, since no policy allows it",
        ),
        (
            &LIST,
            &[b"cookie,sec-a,*,x-*"],
            "will block PUT /users/{id}: remove \"*\", \"cookie\", \"sec-a\", \"x-*\" from the page's request, since no policy allows it",
        ),
        (
            &STAR,
            &[b"authorization,x-a"],
            "may block PUT /users/{id}: by the standard * does not include authorization; add \"authorization\" to allow_headers",
        ),
    ] {
        says(policy, put, asked, &format!("browser {expected}"));
    }
    for (policy, asked) in [
        (&COOKIES, &[&b"x-a"[..]][..]),
        (&COOKIES, &[b"X-A"]),
        (&STAR, &[b"x-a,content-type"]),
        (&LIST, &[b""]),
        (&LIST, &[b" , ,"]),
        (&LIST, &[b"x a, \"x\", \xff"]),
        (&LIST, &[]),
    ] {
        assert_eq!(report(policy, put, asked), None, "{asked:?}");
    }
}

#[test]
fn refusals_of_the_server_are_told() {
    let endpoint = Endpoint::from_source(PolicySource::Literal(&GET_ONLY), "GET, PUT", false)
        .with_enforce(Enforce::AllMethods);
    for (request, expected) in [
        (
            actual(b"GET", EVIL),
            "refused GET /users/{id} from \"https://evil.example\": it is not in origins; add \"https://evil.example\" \
             to origins",
        ),
        (
            actual(b"PUT", APP),
            "refused PUT /users/{id} from \"https://app.example.com\": methods does not list PUT; add \"PUT\" to methods",
        ),
        // The reason is the method, not the origin, whether the preflight is refused or not.
        (
            preflight(b"PUT", APP),
            "browser will block PUT /users/{id}: methods does not list PUT; add \"PUT\" to methods",
        ),
        (
            preflight(b"DELETE", EVIL),
            "refused OPTIONS /users/{id} from \"https://evil.example\": it is not in origins; add \"https://evil.example\" \
             to origins",
        ),
        (
            Request {
                origin: FieldLines::Absent,
                fetch_site: FieldLines::One(b"cross-site"),
                ..actual(b"GET", b"")
            },
            "refused GET /users/{id} from a page of another site: its browser sends no origin; nothing in a \
             policy allows it",
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
    // What the browser says comes before the host.
    let insecure =
        Request { fetch_site: FieldLines::One(b"cross-site"), ..actual(b"PUT", b"http://api.example.com") };
    assert!(report(&LIST, insecure, &[]).is_some());
    assert!(report(&LIST, own(FieldLines::One(b"same-site")), &[]).is_some());
}

/// `CONNECT host:443` has no path, which would look like a missing word.
#[test]
fn an_empty_path_is_shown() {
    assert_eq!([Label::Path(b""), Label::Route(&"")].map(|label| label.to_string()), ["\"\"", "\"\""]);
    assert_eq!(Label::Path(b"/a\n").to_string(), "/a\\n");
}

//! `Policy::respond` sets the headers of the decision, on every call and over any existing headers.

mod owner;

use std::collections::BTreeMap;

use cors_core::__private::{StaticOrigins, StaticPolicy};
use cors_core::http::HttpDecision;
use cors_core::{Decision, DefaultPolicy, FieldLines, HeaderName, Policy, PolicyBuilder, Value};
use cors_oracle::policy_of;
use http::header::{HeaderMap, HeaderValue};
use http::{Method, Request};

const APP: &str = "https://app.example.com";
const PREVIEW: &str = "https://a.preview.example.com";
const EVIL: &str = "https://evil.example";

/// The lines of each header, in their order.
type Sent = BTreeMap<String, Vec<Vec<u8>>>;

fn full() -> PolicyBuilder {
    Policy::builder()
        .origins([APP, "https://*.preview.example.com"])
        .methods(["GET", "PUT"])
        .allow_headers(["content-type", "x-a"])
        .expose_headers(["etag"])
        .credentials(true)
        .max_age("10m")
}

/// Equal to the built policy but for the preview, as a literal.
const LITERAL: Policy = policy_of(StaticPolicy {
    origins: StaticOrigins::List { exact: &[APP], patterns: &[] },
    methods: Some("GET, PUT"),
    allow_headers: "content-type, x-a",
    expose_headers: "etag",
    credentials: true,
    max_age: "600",
    dangerously_allow: "",
});

fn policies() -> Vec<Policy> {
    let any = Policy::builder().origins(["*"]).expose_headers(["etag"]).methods(["GET", "PUT"]);
    let plain = Policy::builder().origins([APP]);
    let built = [full(), any, plain].map(|policy| policy.build().unwrap());
    built.into_iter().chain([LITERAL, Policy::SAME_ORIGIN]).collect()
}

/// Returns a request of each kind.
fn requests() -> Vec<Request<()>> {
    let mut requests = Vec::new();
    for (method, asked) in [
        (Method::GET, &[][..]),
        (Method::HEAD, &[]),
        (Method::DELETE, &[]),
        (Method::GET, &["PUT"]),
        (Method::OPTIONS, &[]),
        (Method::OPTIONS, &["GET"]),
        (Method::OPTIONS, &["HEAD"]),
        (Method::OPTIONS, &["DELETE"]),
        (Method::OPTIONS, &["GET", "GET"]),
    ] {
        for origins in [&[][..], &[APP], &[PREVIEW], &[EVIL], &["null"], &[APP, APP], &[""]] {
            let mut request = Request::new(());
            *request.method_mut() = method.clone();
            for (name, lines) in [("origin", origins), ("access-control-request-method", asked)] {
                for line in lines {
                    request.headers_mut().append(name, HeaderValue::from_static(line));
                }
            }
            requests.push(request);
        }
    }
    requests
}

fn lines<'r>(request: &'r Request<()>, name: &str) -> FieldLines<'r> {
    request.headers().get_all(name).iter().map(HeaderValue::as_bytes).collect()
}

/// Returns the headers that the decision prescribes for a response that has `before`.
fn expected(policy: &Policy, request: &Request<()>, before: &HeaderMap) -> (Option<u16>, Sent) {
    let decision = policy.decide_without_route(&cors_core::Request {
        method: request.method().as_str().as_bytes(),
        origin: lines(request, "origin"),
        requested_method: lines(request, "access-control-request-method"),
        ..cors_core::Request::default()
    });
    prescribed(&decision, request, before)
}

fn prescribed(decision: &Decision<'_>, request: &Request<()>, before: &HeaderMap) -> (Option<u16>, Sent) {
    let status = decision.status();
    let none = HeaderMap::new();
    let before = if status.is_some() { &none } else { before };
    let mut sent = sent(before);
    sent.retain(|name, _| !HeaderName::is_reserved(name));
    for (name, value) in decision.headers().iter() {
        let value = match value {
            Value::Static(text) => text.into(),
            Value::Borrowed(text) => text.into(),
            Value::Owned(text) => text.into(),
            Value::RequestOrigin => request.headers()["origin"].as_bytes().to_vec(),
        };
        sent.insert(name.as_str().to_owned(), vec![value]);
    }
    let vary = before.get_all("vary").iter().map(HeaderValue::as_bytes);
    if let Some(names) = decision.headers().vary().missing_from(vary) {
        sent.entry("vary".to_owned()).or_default().push(names.into_owned().into());
    }
    (status, sent)
}

fn sent(headers: &HeaderMap) -> Sent {
    let mut sent = Sent::new();
    for (name, value) in headers {
        sent.entry(name.to_string()).or_default().push(value.as_bytes().to_vec());
    }
    sent
}

fn found(response: HttpDecision<'_>, before: &HeaderMap) -> (Option<u16>, Sent) {
    match response {
        HttpDecision::Respond(response) => (Some(response.status().as_u16()), sent(response.headers())),
        HttpDecision::Decorate(decoration) => {
            let mut headers = before.clone();
            decoration.apply(&mut headers);
            (None, sent(&headers))
        }
    }
}

/// Returns headers that handlers may have set.
fn handlers() -> Vec<HeaderMap> {
    let some = [
        &[][..],
        &[("etag", "a"), ("cache-control", "no-cache"), ("set-cookie", "a=b"), ("set-cookie", "c=d")],
        &[("vary", "Accept-Encoding"), ("vary", "cookie"), ("content-type", "text/plain")],
        &[("vary", "Cookie, ORIGIN"), ("vary", "Accept")],
        &[("vary", "*")],
        &[("vary", "")],
        &[
            ("access-control-allow-origin", "*"),
            ("access-control-allow-origin", EVIL),
            ("etag", "a"),
            ("access-control-allow-private-network", "true"),
            ("access-control-allow-methods", "DELETE"),
            ("access-control-x", "1"),
            ("access-control-allow-credentials", "true"),
            ("vary", "Accept"),
        ],
    ];
    let mut handlers: Vec<HeaderMap> = some
        .into_iter()
        .map(|headers| {
            let value = |value| HeaderValue::from_static(value);
            let mut map = HeaderMap::new();
            headers.iter().for_each(|(name, text)| _ = map.append(*name, value(text)));
            map
        })
        .collect();
    // Capacity without a header.
    handlers.push(HeaderMap::with_capacity(20));
    handlers
}

#[test]
fn a_response_has_what_the_decision_says() {
    let (policies, requests) = (policies(), requests());
    // The first request of each kind prepares the headers that the others reuse, so the order matters.
    for reversed in [false, true] {
        let policies: Vec<Policy> = if reversed { self::policies() } else { policies.clone() };
        for _ in 0..2 {
            for index in (0..requests.len()).step_by(if cfg!(miri) { 11 } else { 1 }) {
                let index = if reversed { requests.len() - 1 - index } else { index };
                for policy in &policies {
                    is_as_decided(policy, &requests[index]);
                }
            }
        }
    }
}

fn is_as_decided(policy: &Policy, request: &Request<()>) {
    let (parts, ()) = request.clone().into_parts();
    for before in handlers() {
        let expected = expected(policy, request, &before);
        assert_eq!(found(policy.respond_to(request), &before), expected, "{policy}: {request:?}");
        assert_eq!(found(policy.respond(&parts), &before), expected, "{policy}: {request:?}");
    }
}

#[test]
fn a_policy_decides_as_a_default_policy_does() {
    let nothing = HeaderMap::new();
    for (policy, request) in
        policies().iter().flat_map(|policy| requests().into_iter().map(move |it| (policy, it)))
    {
        let by_default = DefaultPolicy::from(policy.clone()).respond_to(&request);
        let alone = policy.respond_to(&request);
        assert_eq!(found(alone, &nothing), found(by_default, &nothing), "{policy}: {request:?}");
    }
}

#[test]
fn a_response_that_has_the_headers_gets_them_again() {
    let policy = full().build().unwrap();
    let request = Request::get("/").header("origin", PREVIEW).body(()).unwrap();
    let HttpDecision::Decorate(decoration) = policy.respond_to(&request) else { panic!() };
    let mut headers = HeaderMap::new();
    decoration.clone().apply(&mut headers);
    let once = sent(&headers);
    decoration.apply(&mut headers);
    assert_eq!(sent(&headers), once);
    assert_eq!(once["access-control-allow-origin"], [PREVIEW.as_bytes()]);
}

/// No value of one request or policy reaches another.
#[test]
fn decisions_in_turn_share_no_value_of_policy_or_request() {
    let left = full().build().unwrap();
    let right =
        full().origins([EVIL]).methods(["DELETE"]).expose_headers(["x-b"]).max_age(1_u32).build().unwrap();
    let same = left.clone();
    for (policy, origin) in
        [(&left, APP), (&right, EVIL), (&same, PREVIEW), (&left, APP), (&right, EVIL), (&left, EVIL)]
    {
        for request in requests().iter().filter(|request| request.headers().contains_key("origin")) {
            let mut request = request.clone();
            request.headers_mut().insert("origin", HeaderValue::from_static(origin));
            is_as_decided(policy, &request);
        }
    }
}

#[test]
fn an_answer_takes_more_headers() {
    let policy = full().build().unwrap();
    let request = Request::options("/").header("origin", APP).header("access-control-request-method", "PUT");
    let request = request.body(()).unwrap();
    for _ in 0..2 {
        let HttpDecision::Respond(mut response) = policy.respond_to(&request) else { panic!() };
        let headers = response.headers_mut();
        let before = headers.len();
        for name in ["date", "x-a", "x-b", "x-c", "x-d", "x-e", "x-f", "x-g"] {
            assert!(headers.insert(name, HeaderValue::from_static("1")).is_none());
        }
        assert_eq!(headers.len(), before + 8);
        assert_eq!(headers["access-control-allow-methods"], "GET, PUT");
        assert_eq!(headers["access-control-allow-origin"], APP);
    }
}

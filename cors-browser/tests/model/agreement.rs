//! The server and the browser agree: a page can read what a policy of `cors-core` allows, and nothing else.

use std::cell::Cell;

use cors_browser::{Browser, Credentials, HeaderList, Reason, Received, Request, Sent, is_safelisted_header};
use cors_core::__private::matches;
use cors_core::{FieldLines, Origin, Policy, Request as Parts, Value};
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use proptest::test_runner::{Config, TestRunner};

const API: &str = "https://api.example.com";
const PAGES: [&str; 7] = [
    "https://app.example.com",
    "https://a.preview.example.com",
    "https://preview.example.com",
    "http://localhost:3000",
    "tauri://localhost",
    "null",
    "https://evil.example",
];
const METHODS: [&str; 8] = ["GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "patch", "OPTIONS"];
const HEADERS: [(&str, &str); 6] = [
    ("content-type", "application/json"),
    ("Content-Type", "text/plain"),
    ("Authorization", "Bearer a"),
    ("X-Requested-With", "fetch"),
    ("x-a", "1"),
    ("Accept-Language", "de"),
];

/// A policy as written.
#[derive(Debug, Clone)]
struct Written {
    origins: Vec<&'static str>,
    methods: Option<Vec<&'static str>>,
    headers: Vec<&'static str>,
    exposed: Vec<&'static str>,
    credentials: bool,
}

impl Written {
    fn policy(&self) -> Option<Policy> {
        let policy = Policy::builder().origins(self.origins.clone()).allow_headers(self.headers.clone());
        let policy = policy.expose_headers(self.exposed.clone()).credentials(self.credentials);
        let policy = policy.dangerously_allow(
            ["null_origin"][..usize::from(self.origins.contains(&"null"))].iter().copied(),
        );
        match &self.methods {
            Some(methods) => policy.methods(methods.clone()).build().ok(),
            None => policy.build().ok(),
        }
    }
}

/// A request as a script writes it.
#[derive(Debug, Clone)]
struct Asked {
    page: &'static str,
    method: &'static str,
    headers: Vec<(&'static str, &'static str)>,
    credentials: Credentials,
}

fn written() -> impl Strategy<Value = Written> {
    let patterns = vec![
        "https://app.example.com",
        "https://*.preview.example.com",
        "http://localhost:3000",
        "tauri://localhost",
        "null",
    ];
    let origins = prop_oneof![4 => subsequence(patterns, 1..=5), 1 => Just(vec!["*"])];
    let methods = vec!["GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS"];
    let methods = prop_oneof![Just(None), Just(Some(vec!["*"])), subsequence(methods, 1..=7).prop_map(Some)];
    let names = vec!["content-type", "authorization", "X-Requested-With", "x-A"];
    let headers = prop_oneof![
        4 => subsequence(names, 0..=4),
        1 => Just(vec!["*"]),
        1 => Just(vec!["*", "authorization"])
    ];
    let exposed = prop_oneof![subsequence(vec!["ETag", "x-total"], 0..=2), Just(vec!["*"])];
    (origins, methods, headers, exposed, any::<bool>()).prop_map(
        |(origins, methods, headers, exposed, credentials)| Written {
            origins,
            methods,
            headers,
            exposed,
            credentials,
        },
    )
}

fn asked() -> impl Strategy<Value = Asked> {
    let credentials = select(vec![Credentials::Omit, Credentials::SameOrigin, Credentials::Include]);
    let headers = subsequence(HEADERS.to_vec(), 0..=2);
    (select(PAGES.to_vec()), select(METHODS.to_vec()), headers, credentials)
        .prop_map(|(page, method, headers, credentials)| Asked { page, method, headers, credentials })
}

/// Answers a request as a server with one policy.
fn serve(policy: &Policy, sent: &Sent) -> Received {
    let value = |name| sent.headers().get(name);
    let (origin, method) = (value("origin"), value("access-control-request-method"));
    let request = Parts {
        method: sent.method().as_bytes(),
        origin: origin.as_deref().map_or(FieldLines::Absent, FieldLines::One),
        requested_method: method.as_deref().map_or(FieldLines::Absent, FieldLines::One),
        ..Parts::default()
    };
    let decision = policy.decide_without_route(&request);
    let status = decision.status().unwrap_or(if sent.is_preflight() { 405 } else { 200 });
    let headers = decision.headers();
    let mut list = HeaderList::from_iter([("etag", "1"), ("x-total", "7"), ("x-other", "0")]);
    for (name, value) in headers.iter() {
        match value {
            Value::Static(text) | Value::Borrowed(text) => list.append(name.as_str(), text),
            Value::Owned(text) => list.append(name.as_str(), &text),
            Value::RequestOrigin => list.append(name.as_str(), origin.as_deref().unwrap()),
        }
    }
    Received::response(status, list, b"body".to_vec())
}

/// States what the policy means, without any header.
fn is_allowed(written: &Written, asked: &Asked) -> bool {
    let include = asked.credentials == Credentials::Include;
    let any = |list: &[&str]| list.contains(&"*") && !include;
    let origin = any(&written.origins)
        || written.origins.iter().any(|origin| match *origin {
            "*" => false,
            "null" => asked.page == "null",
            origin => matches(origin, asked.page.as_bytes()),
        });
    let methods = written.methods.clone().unwrap_or(vec!["GET", "HEAD", "POST"]);
    let follows = asked.method == "HEAD" && methods.contains(&"GET");
    let method = methods.contains(&asked.method) || follows || any(&methods) || include && methods == ["*"];
    let header = |(name, value): &(&str, &str)| {
        is_safelisted_header(name, value.as_bytes())
            || written.headers.iter().any(|allowed| allowed.eq_ignore_ascii_case(name))
            || any(&written.headers) && !name.eq_ignore_ascii_case("authorization")
    };
    origin && method && (!include || written.credentials) && asked.headers.iter().all(header)
}

fn fetch(browser: &mut Browser, policy: &Policy, asked: &Asked) -> Result<(), String> {
    let mut request = Request::new(asked.method, format!("{API}/users")).credentials(asked.credentials);
    for (name, value) in &asked.headers {
        request = request.header(*name, value);
    }
    let readable =
        browser.fetch(request, |sent| serve(policy, &sent)).map_err(|blocked| blocked.to_string())?;
    let body = if asked.method == "HEAD" { "" } else { "body" };
    if readable.text() == body { Ok(()) } else { Err(format!("the body is `{}`", readable.text())) }
}

#[test]
#[cfg_attr(miri, ignore = "counts many cases")]
fn a_page_reads_what_the_policy_allows() {
    let (readable, blocked) = (Cell::new(0), Cell::new(0));
    let config = Config { max_global_rejects: 100_000, ..crate::cases(4096) };
    let outcome = TestRunner::new(config).run(&(written(), asked()), |(written, asked)| {
        let policy = written.policy();
        prop_assume!(policy.is_some());
        let (policy, mut browser) = (policy.unwrap(), Browser::at(asked.page));
        let expected = is_allowed(&written, &asked);
        let count = if expected { &readable } else { &blocked };
        count.set(count.get() + 1);
        let first = fetch(&mut browser, &policy, &asked);
        prop_assert_eq!(first.is_ok(), expected, "{:?}", first);
        // The cached preflight response changes nothing.
        let second = fetch(&mut browser, &policy, &asked);
        prop_assert_eq!(second.is_ok(), expected, "{:?}", second);
        Ok(())
    });
    outcome.unwrap();
    let (readable, blocked) = (readable.get(), blocked.get());
    assert!(readable * 10 > blocked && blocked > readable, "{readable} readable, {blocked} blocked");
}

#[test]
fn kept_answers_allow_what_new_ones_do() {
    let config = Config { max_global_rejects: 100_000, ..crate::cases(1024) };
    let requests = proptest::collection::vec(asked(), 2..6);
    let outcome = TestRunner::new(config).run(&(written(), requests), |(written, requests)| {
        let policy = written.policy();
        prop_assume!(policy.is_some());
        let (policy, mut browser) = (policy.unwrap(), Browser::at("null"));
        for asked in requests {
            browser.go_to(asked.page);
            let outcome = fetch(&mut browser, &policy, &asked);
            prop_assert_eq!(outcome.is_ok(), is_allowed(&written, &asked), "{:?}: {:?}", asked, outcome);
        }
        Ok(())
    });
    outcome.unwrap();
}

/// Hosts of these schemes have one form only, so a page and a server see equal origins. Port 0 is the exception: a URL
/// can have it, but nothing listens there, so a server accepts no such origin.
#[test]
fn pages_have_the_origins_that_a_server_reads() {
    let scheme = select(vec!["app", "tauri", "a+b-c.1", "App", "1a"]);
    let port = select(vec!["", "", ":0", ":1", ":80", ":65536", ":01", ":", ":a", "/"]);
    let config = crate::cases(4096);
    let outcome = TestRunner::new(config).run(&(scheme, "[!-~]{0,9}", port), |(scheme, host, port)| {
        let origin = format!("{scheme}://{host}{port}");
        let mut browser = Browser::at(&*origin);
        let outcome = browser.fetch(Request::get(API), |_| Received::failure("no network"));
        let is_page = *outcome.unwrap_err().reason() != Reason::NoOrigin;
        let is_port_0 = origin.ends_with(":0");
        prop_assert_eq!(is_page && !is_port_0, Origin::parse(origin.as_bytes()).is_some(), "{}", origin);
        Ok(())
    });
    outcome.unwrap();
}

#[test]
fn exposed_headers_are_read() {
    let config = Config { max_global_rejects: 100_000, ..crate::cases(1024) };
    let outcome = TestRunner::new(config).run(&written(), |written| {
        let policy = written.policy();
        prop_assume!(policy.is_some());
        let policy = policy.unwrap();
        for credentials in [Credentials::Omit, Credentials::Include] {
            let request = Request::get(API).credentials(credentials);
            let outcome = Browser::at(PAGES[0]).fetch(request, |sent| serve(&policy, &sent));
            let Ok(readable) = outcome else { continue };
            for name in ["etag", "x-total", "x-other"] {
                let listed = written.exposed.iter().any(|exposed| exposed.eq_ignore_ascii_case(name));
                let star = written.exposed.contains(&"*") && credentials == Credentials::Omit;
                prop_assert_eq!(readable.header(name).is_some(), listed || star, "{}", name);
            }
        }
        Ok(())
    });
    outcome.unwrap();
}

/// The headers that scripts cannot set are listed twice, in the rules of policies and in the model.
#[test]
fn policies_know_the_headers_that_scripts_cannot_set() {
    let names = "accept accept-charset accept-encoding access-control-request-headers access-control-request-method \
                 authorization connection content-length cookie cookie2 date dnt expect host keep-alive origin \
                 proxy-a proxya referer sec-a seca set-cookie set-cookie2 te trailer transfer-encoding upgrade \
                 user-agent via x-http-method";
    for name in names.split(' ') {
        let policy = Policy::builder().origins([PAGES[0]]).allow_headers([name]).build();
        let forbidden = cors_browser::is_forbidden_header(name, b"1");
        assert_eq!(policy.is_err(), forbidden, "{name}: {policy:?}");
    }
}

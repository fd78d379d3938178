//! A page, a policy, and a server that collects its log.

use std::cell::RefCell;

use cors_browser::{Browser, Credentials, HeaderList, Received, Request, Sent};
use cors_core::__adapter::Owner;
use cors_core::__private::{Endpoint, PolicySource};
use cors_core::{Decision, DefaultPolicy, FieldLines, Headers, Policy, Request as Parts, Value};

use crate::adapter::Head;

pub(super) const API: &str = "https://api.example.com";

/// A policy as written, and the place where it applies.
#[derive(Debug, Clone)]
pub(super) struct Written {
    /// Empty for `same_origin`.
    pub(super) origins: Vec<String>,
    pub(super) methods: Option<Vec<String>>,
    pub(super) headers: Vec<String>,
    pub(super) credentials: bool,
    pub(super) is_default: bool,
}

/// Methods that a route can serve.
pub(super) const METHODS: [&str; 7] = ["GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "REPORT"];

impl Written {
    /// Returns the policy, if it has no mistake.
    pub(super) fn policy(&self) -> Option<Policy> {
        if self.origins.is_empty() {
            return Some(Policy::SAME_ORIGIN);
        }
        let policy = Policy::builder().origins(&self.origins).allow_headers(&self.headers);
        let policy = policy.credentials(self.credentials);
        match &self.methods {
            Some(methods) => policy.methods(methods).build().ok(),
            None => policy.build().ok(),
        }
    }
}

/// A request as a script writes it.
#[derive(Debug, Clone)]
pub(super) struct Asked {
    pub(super) page: &'static str,
    pub(super) method: &'static str,
    pub(super) headers: Vec<(&'static str, &'static str)>,
    pub(super) credentials: Credentials,
    /// The browser sends `Sec-Fetch-Site`.
    pub(super) has_site: bool,
}

impl Asked {
    fn request(&self) -> Request {
        let request = Request::new(self.method, format!("{API}/users")).credentials(self.credentials);
        self.headers.iter().fold(request, |request, (name, value)| request.header(*name, value))
    }
}

/// Reports whether the page can read the response, and returns the log of the server.
pub(super) fn fetch(policy: &Policy, written: &Written, asked: &Asked) -> (bool, Vec<String>) {
    let reports = RefCell::new(Vec::new());
    let serve = |sent: Sent| {
        let value = |name| sent.headers().get(name);
        let (origin, requested) = (value("origin"), value("access-control-request-method"));
        let site = if asked.page == API { &b"same-origin"[..] } else { b"cross-site" };
        let request = Parts {
            method: sent.method().as_bytes(),
            origin: origin.as_deref().map_or(FieldLines::Absent, FieldLines::One),
            requested_method: requested.as_deref().map_or(FieldLines::Absent, FieldLines::One),
            fetch_site: if asked.has_site { FieldLines::One(site) } else { FieldLines::Absent },
            host: FieldLines::One(sent.host().as_bytes()),
            ..Parts::default()
        };
        let names = value("access-control-request-headers");
        let (decision, report) = decide(policy, written.is_default, &request, names.as_deref().as_slice());
        reports.borrow_mut().extend(report);
        let (status, headers) = match &decision {
            Decision::Preflight(headers) => (decision.status().unwrap(), headers),
            Decision::Decorate(headers) => (if sent.is_preflight() { 405 } else { 200 }, headers),
            Decision::Refuse(_) => panic!("nothing is enforced"),
        };
        Received::response(status, list(headers, origin.as_deref()), Vec::new())
    };
    let is_readable = Browser::at(asked.page).fetch(asked.request(), serve).is_ok();
    (is_readable, reports.into_inner())
}

fn decide(
    policy: &Policy,
    is_default: bool,
    request: &Parts<'_>,
    names: &[&[u8]],
) -> (Decision<'static>, Option<String>) {
    let head = Head { asked: names, ..Head::of(request) };
    if is_default {
        let default = DefaultPolicy::from(policy.clone());
        let decision = default.decide(request);
        let report = head.explain(Owner::Default(default.clone()), &decision);
        return (decision, report);
    }
    // Attributes store their policy in a `static`. The leak gives this policy the same lifetime.
    let policy: &'static Policy = Box::leak(Box::new(policy.clone()));
    let methods: &'static str = Box::leak(METHODS.join(", ").into_boxed_str());
    let endpoint = Endpoint::from_source(PolicySource::Static(policy), methods, false);
    let owner = Owner::Route(&endpoint, "/users");
    let decision = owner.decide(request);
    let report = head.explain(owner, &decision);
    (decision, report)
}

fn list(headers: &Headers<'_>, origin: Option<&[u8]>) -> HeaderList {
    let mut list = HeaderList::new();
    for (name, value) in headers.iter() {
        match value {
            Value::Static(text) | Value::Borrowed(text) => list.append(name.as_str(), text),
            Value::Owned(text) => list.append(name.as_str(), &text),
            Value::RequestOrigin => list.append(name.as_str(), origin.unwrap()),
        }
    }
    list
}

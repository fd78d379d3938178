//! A second implementation of matching and of the steps of a decision. It follows the design alone, in the simplest
//! form. `fuzz` compares with it as well.

use cors_core::{Policy, PolicyBuilder};

use crate::decide::Answer;
use crate::grammar::{is_label, is_received, split};

/// Patterns that cover the grammar. They are similar enough that an origin of one nearly matches another.
pub const PATTERNS: [&str; 21] = [
    "https://a.example",
    "https://b.a.example",
    "http://a.example",
    "https://a.example:8080",
    "https://a.example.",
    "https://*.a.example",
    "https://*.b.a.example",
    "https://*.a.example:8080",
    "https://*.a.example:*",
    "http://localhost:*",
    "http://localhost:3000",
    "http://[::1]:*",
    "http://[::1]:8080",
    "tauri://localhost",
    "http://127.0.0.1:*",
    "http://*.localhost:*",
    "app://a.example",
    "app://A!.:*",
    "app://*.a.example",
    "app://*.a.example:*",
    "app://[::1]:*",
];

/// Reports whether a list of valid patterns allows these bytes.
pub fn allows(patterns: &[String], origin: &[u8]) -> bool {
    origin.len() <= 326 && patterns.iter().any(|pattern| pattern_allows(pattern, origin))
}

fn pattern_allows(pattern: &str, origin: &[u8]) -> bool {
    if !pattern.contains('*') {
        return pattern.as_bytes() == origin;
    }
    let (Ok(origin), true) = (std::str::from_utf8(origin), is_received(origin)) else {
        return false;
    };
    let ((scheme, host, port), (its_scheme, its_host, its_port)) =
        (split(pattern).unwrap(), split(origin).unwrap());
    scheme == its_scheme && host_allows(host, its_host) && (port == Some("*") || port == its_port)
}

fn host_allows(pattern: &str, host: &str) -> bool {
    let Some(base) = pattern.strip_prefix("*.") else {
        return pattern == host;
    };
    let base: Vec<&str> = base.split('.').collect();
    let labels: Vec<&str> = host.split('.').collect();
    host.len() <= 253
        && labels.len() > base.len()
        && labels[labels.len() - base.len()..] == base
        && labels[..labels.len() - base.len()].iter().all(is_label)
}

/// A policy. [`Spec::builder`] has its other keys.
#[derive(Debug, Clone)]
pub struct Spec {
    /// The key `origins`: `["*"]` for any origin, or empty for `same_origin`.
    pub origins: Vec<String>,
    /// The key `credentials`.
    pub credentials: bool,
}

impl Spec {
    /// Returns the policy, unless it is `same_origin`.
    pub fn builder(&self) -> PolicyBuilder {
        let policy = Policy::builder().origins(self.origins.clone()).allow_headers(["x-a", "x-b"]);
        policy.expose_headers(["etag", "x-total"]).max_age("10m").credentials(self.credentials)
    }
}

/// The methods that the route serves.
const SERVED: [&str; 3] = ["GET", "PUT", "OPTIONS"];

/// Decides a request by the reference.
pub fn decides(spec: &Spec, method: &[u8], origins: &[Vec<u8>], requested: &[Vec<u8>]) -> Answer {
    let (any, own) = (spec.origins == ["*"], spec.origins.is_empty());
    let serves = |method: &[u8]| SERVED.iter().any(|served| served.as_bytes() == method);
    let allow_origin: Option<Vec<u8>> = match origins {
        _ if own => None,
        _ if any => Some(b"*".to_vec()),
        [origin] if allows(&spec.origins, origin) => Some(origin.clone()),
        _ => None,
    };
    let preflight = method == b"OPTIONS" && !origins.is_empty() && !requested.is_empty();
    let vary = if any || own { None } else { Some("Origin") };
    match requested {
        [requested] if preflight && serves(requested) => {
            let status = if allow_origin.is_some() { 204 } else { 403 };
            let vary = vary.map(|_| "Origin, Access-Control-Request-Method");
            answer(Some(status), with(spec, allow_origin, true), vary)
        }
        _ if preflight => answer(None, Vec::new(), vary),
        _ if !serves(method) => answer(None, Vec::new(), None),
        _ if origins.is_empty() && !any => answer(None, Vec::new(), vary),
        _ => answer(None, with(spec, allow_origin, false), vary),
    }
}

fn with(spec: &Spec, allow_origin: Option<Vec<u8>>, preflight: bool) -> Vec<(String, Vec<u8>)> {
    let Some(allow_origin) = allow_origin else {
        return Vec::new();
    };
    let mut headers = vec![("access-control-allow-origin".to_owned(), allow_origin)];
    let mut add = |name: &str, value: &str| headers.push((name.to_owned(), value.as_bytes().to_vec()));
    if spec.credentials {
        add("access-control-allow-credentials", "true");
    }
    if preflight {
        add("access-control-allow-methods", &SERVED.join(", "));
        add("access-control-allow-headers", "x-a, x-b");
        add("access-control-max-age", "600");
    } else {
        add("access-control-expose-headers", "etag, x-total");
    }
    headers
}

fn answer(status: Option<u16>, mut headers: Vec<(String, Vec<u8>)>, vary: Option<&str>) -> Answer {
    headers.extend(vary.map(|value| ("vary".to_owned(), value.as_bytes().to_vec())));
    Answer { status, headers }
}

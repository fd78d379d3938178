//! The rows of `tests/data/wpt`, and the types that they share.

use cors_browser::{
    Body, Credentials, HeaderList, Mode, Reason, Received, Redirect, ReferrerPolicy, Request,
};
use serde_json::Value;

/// Rows about features that the model lacks, with the reason. Every other row is run.
pub(crate) const NOT_RUN: [(&str, &[&str], &str); 2] = [
    (
        "origin-header.json",
        &["ohdr-015", "ohdr-016", "ohdr-017", "ohdr-029", "ohdr-049", "ohdr-053"],
        "a form or frame navigates; the model has no navigations",
    ),
    ("origin-header.json", &["ohdr-063"], "a WebSocket handshake; the model has no WebSockets"),
];

pub(crate) const FILES: [(&str, usize); 12] = [
    ("cors-check-acac.json", 17),
    ("cors-check-acao.json", 101),
    ("expose-headers.json", 26),
    ("forbidden.json", 63),
    ("origin-header.json", 34),
    ("preflight-cache.json", 14),
    ("preflight-request.json", 34),
    ("preflight-response.json", 87),
    ("redirects.json", 59),
    ("response-tainting.json", 20),
    ("safelisted-request-headers.json", 79),
    ("status.json", 25),
];

pub(crate) fn all_rows(file: &str) -> Vec<Value> {
    let path = format!("{}/tests/data/wpt/{file}", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    let data: Value = serde_json::from_str(&text).unwrap();
    data["vectors"].as_array().unwrap().clone()
}

/// Returns the rows of a file that are run.
pub(crate) fn rows(file: &str) -> Vec<Value> {
    let is_run = |row: &Value| {
        let id = row["id"].as_str().unwrap();
        !NOT_RUN.iter().any(|(of, ids, _)| *of == file && ids.contains(&id))
    };
    let rows: Vec<Value> = all_rows(file).into_iter().filter(is_run).collect();
    assert!(!rows.is_empty(), "{file}");
    rows
}

pub(crate) fn text<'v>(value: &'v Value, key: &str) -> &'v str {
    value[key].as_str().unwrap_or_else(|| panic!("{key} in {value}"))
}

/// Encodes each character as one byte.
pub(crate) fn bytes(text: &str) -> Vec<u8> {
    text.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect()
}

/// Reads `[name, value]` pairs.
pub(crate) fn pairs(value: &Value) -> Vec<(String, Vec<u8>)> {
    let pair = |pair: &Value| (pair[0].as_str().unwrap().to_owned(), bytes(pair[1].as_str().unwrap()));
    value.as_array().map(|pairs| pairs.iter().map(pair).collect()).unwrap_or_default()
}

pub(crate) fn headers(value: &Value) -> HeaderList {
    pairs(value).into_iter().collect()
}

pub(crate) fn response(status: u64, value: &Value) -> Received {
    Received::response(u16::try_from(status).unwrap(), headers(value), b"body".to_vec())
}

/// Builds the request of a row, to `url`.
pub(crate) fn request(row: &Value, url: &str) -> Request {
    let mut request = Request::new(row["method"].as_str().unwrap_or("GET"), url)
        .credentials(match row["credentials"].as_str() {
            Some("omit") => Credentials::Omit,
            Some("include") => Credentials::Include,
            Some("same-origin") | None => Credentials::SameOrigin,
            Some(other) => panic!("{other}"),
        })
        .mode(match row["mode"].as_str() {
            Some("cors") | None => Mode::Cors,
            Some("no-cors") => Mode::NoCors,
            Some("same-origin") => Mode::SameOrigin,
            Some(other) => panic!("{other}"),
        })
        .redirect(match row["redirect"].as_str() {
            Some("follow") | None => Redirect::Follow,
            Some("error") => Redirect::Error,
            Some("manual") => Redirect::Manual,
            Some(other) => panic!("{other}"),
        })
        .referrer_policy(referrer_policy(row["referrer_policy"].as_str()));
    for (name, value) in pairs(&row["headers"]) {
        request = request.header(name, value);
    }
    if row["force_preflight"] == true {
        request = request.upload_listener().body(Body::Bytes(b"x".to_vec()));
    }
    request
}

fn referrer_policy(name: Option<&str>) -> ReferrerPolicy {
    match name {
        Some("no-referrer") => ReferrerPolicy::NoReferrer,
        Some("no-referrer-when-downgrade") => ReferrerPolicy::NoReferrerWhenDowngrade,
        Some("same-origin") => ReferrerPolicy::SameOrigin,
        Some("origin") => ReferrerPolicy::Origin,
        Some("strict-origin") => ReferrerPolicy::StrictOrigin,
        Some("origin-when-cross-origin") => ReferrerPolicy::OriginWhenCrossOrigin,
        Some("strict-origin-when-cross-origin") | None => ReferrerPolicy::StrictOriginWhenCrossOrigin,
        Some("unsafe-url") => ReferrerPolicy::UnsafeUrl,
        Some(other) => panic!("{other}"),
    }
}

/// Returns the word that the rows use for a reason, and the value that the reason names.
pub(crate) fn word(reason: &Reason) -> (&'static str, &str) {
    match reason {
        Reason::AllowOriginMissing => ("acao-missing", ""),
        Reason::AllowOriginWildcard => ("acao-wildcard-with-credentials", ""),
        Reason::AllowOriginMismatch => ("acao-mismatch", ""),
        Reason::AllowCredentials => ("acac-not-true", ""),
        Reason::PreflightStatus(_) | Reason::PreflightRedirect(_) => ("status-not-ok", ""),
        Reason::AllowMethodsInvalid => ("acam-invalid", ""),
        Reason::AllowHeadersInvalid => ("acah-invalid", ""),
        Reason::MethodNotAllowed(method) => ("method-not-allowed", method),
        Reason::HeaderNotAllowed(name) => ("header-not-allowed", name),
        other => panic!("{other:?} has no word"),
    }
}

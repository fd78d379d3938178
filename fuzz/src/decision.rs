//! A policy and a request: origins (`p`), methods (`a`), credentials (`c`) and dangers (`d`); method (`m`), lines of
//! `Origin` (`o`) and of `Access-Control-Request-Method` (`r`), lines of `Vary` that the handler sets (`v`).

use cors_core::http::HttpDecision;

use cors_core::Policy;
use cors_oracle::decide::{Answer, decide, decide_without_route};
use cors_oracle::reference::{Spec, allows, decides};
use http::header::{self, HeaderMap, HeaderName, HeaderValue};
use http::request::Parts;
use http::{Method, Request};

use crate::lines;

/// Checks that every translation of a decision equals the reference, and is sound.
pub fn run(data: &[u8]) {
    let spec = Spec { origins: lines::texts(data, b'p'), credentials: !lines::of(data, b'c').is_empty() };
    let method = lines::of(data, b'm').concat();
    let (origins, requested) = (lines::of(data, b'o'), lines::of(data, b'r'));
    let dangers = lines::texts(data, b'd');
    if let Some(policy) = policy(&spec, None, &dangers) {
        let answer = decide(&policy, &method, &origins, &requested);
        is_sound(&spec, &answer, &origins);
        assert_eq!(answer, decides(&spec, &method, &origins, &requested), "{policy}");
    }
    let methods = Some(lines::texts(data, b'a')).filter(|methods| !methods.is_empty());
    let (Some(policy), Some(parts)) =
        (policy(&spec, methods, &dangers), parts(&method, &origins, &requested))
    else {
        return;
    };
    let answer = decide_without_route(&policy, &method, &origins, &requested);
    is_sound(&spec, &answer, &origins);
    is_passed_on(&policy.respond(&parts), &answer, data);
}

fn policy(spec: &Spec, methods: Option<Vec<String>>, dangers: &[String]) -> Option<Policy> {
    if spec.origins.is_empty() {
        return Some(Policy::SAME_ORIGIN);
    }
    let policy = spec.builder().dangerously_allow(dangers.to_vec());
    match methods {
        Some(methods) => policy.methods(methods).build().ok(),
        None => policy.build().ok(),
    }
}

/// Returns the request, if the `http` crate can represent it.
fn parts(method: &[u8], origins: &[Vec<u8>], requested: &[Vec<u8>]) -> Option<Parts> {
    let mut request = Request::builder().method(Method::from_bytes(method).ok()?);
    for (name, lines) in [(header::ORIGIN, origins), (header::ACCESS_CONTROL_REQUEST_METHOD, requested)] {
        for line in lines {
            request = request.header(&name, HeaderValue::from_bytes(line).ok()?);
        }
    }
    Some(request.body(()).ok()?.into_parts().0)
}

/// Checks that `Access-Control-Allow-Origin` is absent, `*`, or the received bytes, and that credentials are allowed
/// only with the received bytes.
fn is_sound(spec: &Spec, answer: &Answer, origins: &[Vec<u8>]) {
    let credentials = answer.get("access-control-allow-credentials");
    match answer.allow_origin() {
        None => assert!(answer.headers.iter().all(|header| header.0 == "vary"), "{answer:?}"),
        Some(b"*") => assert!(spec.origins == ["*"] && credentials.is_none(), "{answer:?}"),
        Some(value) => {
            assert_eq!(origins, [value.to_vec()]);
            assert!(allows(&spec.origins, value), "{answer:?}");
            assert_eq!(credentials.is_some(), spec.credentials, "{answer:?}");
        }
    }
    match answer.status {
        Some(204) => assert!(answer.allow_origin().is_some(), "{answer:?}"),
        Some(status) => assert_eq!((status, answer.allow_origin()), (403, None)),
        None => {}
    }
}

/// Checks that the response has the CORS headers of `answer` and no others, whatever the handler sets.
fn is_passed_on(response: &HttpDecision<'_>, answer: &Answer, data: &[u8]) {
    let mut headers = HeaderMap::new();
    match response {
        HttpDecision::Respond(response) => {
            assert_eq!(Some(response.status().as_u16()), answer.status);
            headers.clone_from(response.headers());
        }
        HttpDecision::Decorate(decoration) => {
            assert_eq!(answer.status, None);
            headers = without_preflight(data);
            let vary: Vec<HeaderValue> = headers.get_all(header::VARY).iter().cloned().collect();
            decoration.clone().apply(&mut headers);
            let merged: Vec<&HeaderValue> = headers.get_all(header::VARY).iter().collect();
            assert!(merged.iter().copied().take(vary.len()).eq(&vary), "{merged:?}");
            assert!(merged.len() <= vary.len() + 1, "{merged:?}");
        }
    }
    let is_cors = |name: &str| name.starts_with("access-control-");
    let sent = headers.iter().filter(|(name, _)| is_cors(name.as_str()));
    let mut sent: Vec<(String, Vec<u8>)> =
        sent.map(|(name, value)| (name.to_string(), value.as_bytes().to_vec())).collect();
    let mut expected = answer.headers.clone();
    expected.retain(|header| is_cors(&header.0));
    sent.sort();
    expected.sort();
    assert_eq!(sent, expected);
}

/// Returns headers that only a policy may write, and `Vary`.
fn without_preflight(data: &[u8]) -> HeaderMap {
    let mut headers = HeaderMap::new();
    for name in
        [header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderName::from_static("access-control-allow-private-network")]
    {
        headers.append(name, HeaderValue::from_static("*"));
    }
    let lines = lines::of(data, b'v').into_iter().filter_map(|line| HeaderValue::from_bytes(&line).ok());
    headers.extend(lines.map(|line| (header::VARY, line)));
    headers
}

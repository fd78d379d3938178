//! `Access-Control-Allow-Methods`: the methods that a route serves to other origins, and the rules for their names.

use std::borrow::Cow;

use crate::config::{Key, RouteFacts};
use crate::decision::Value;
use crate::error::{Fix, Mistake, MistakeKind as Kind};
use crate::token::is_token;

/// A list of methods, which is the value of `Access-Control-Allow-Methods` as well.
///
/// Methods are compared byte for byte (Fetch, [CORS-preflight fetch]): `patch` is not `PATCH`.
///
/// [CORS-preflight fetch]: https://fetch.spec.whatwg.org/#cors-preflight-fetch
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AllowMethods(Cow<'static, str>);

impl AllowMethods {
    /// The [CORS-safelisted methods](https://fetch.spec.whatwg.org/#cors-safelisted-method), which browsers send
    /// without asking.
    pub const SAFELISTED: &Self = {
        static SAFELISTED: AllowMethods = AllowMethods::from_checked("GET, HEAD, POST");
        &SAFELISTED
    };

    /// Methods that have been checked, separated by `", "`.
    #[doc(hidden)]
    #[must_use]
    pub const fn from_checked(methods: &'static str) -> Self {
        Self(Cow::Borrowed(methods))
    }

    pub(crate) fn from_texts(methods: &[String]) -> Self {
        Self(Cow::Owned(methods.join(", ")))
    }

    /// The methods in the order in which they are sent; `*` alone means every method.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.0.split(", ").filter(|method| !method.is_empty())
    }

    /// Whether `method` is one of these.
    #[must_use]
    pub fn contains(&self, method: &[u8]) -> bool {
        self.0 == "*" || self.iter().any(|served| served.as_bytes() == method)
    }

    /// The value of the header.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    pub(crate) fn value(&self) -> Value<'_> {
        Value::from(&self.0)
    }
}

/// The methods that a route serves to other origins, each with the index of the listed one that allows it. Without a
/// list it is all that the route serves and browsers can send.
#[doc(hidden)]
#[must_use]
pub fn served_to_others<'a>(
    route: &RouteFacts<'a>,
    listed: Option<&[String]>,
) -> Vec<(&'a str, Option<usize>)> {
    let sendable = route.methods.iter().copied().filter(|method| !is_forbidden(method));
    let Some(listed) = listed else { return sendable.map(|method| (method, None)).collect() };
    let place = |wanted: &str| listed.iter().position(|method| method == wanted);
    let allowed = |method: &'a str| {
        let followed = || if route.head_follows_get && method == "HEAD" { place("GET") } else { None };
        Some((method, Some(place(method).or_else(followed)?)))
    };
    sendable.filter_map(allowed).collect()
}

/// The methods that every framework has and nearly every list means.
const USUAL: [&str; 9] = ["GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "QUERY", "PROPFIND"];

pub(crate) fn check(
    methods: &[String],
    credentials: bool,
    route: Option<&RouteFacts<'_>>,
    mistakes: &mut Vec<Mistake>,
) {
    if methods.is_empty() {
        mistakes.push(Mistake::of_key(Key::Methods, Kind::MethodsEmpty));
    }
    for (index, method) in methods.iter().enumerate() {
        let kind = wrong_method(method).or_else(|| match () {
            () if methods.iter().take(index).any(|earlier| earlier == method) => Some(Kind::MethodDuplicate),
            () => route.and_then(|route| not_served(method, methods, route)),
        });
        let kind = kind.or(match method.as_str() {
            "*" if credentials => Some(Kind::CredentialsAnyMethod),
            "*" if methods.len() > 1 => Some(Kind::MethodAnyMixed),
            _ => None,
        });
        if let Some(kind) = kind {
            let fix = fix(kind, method, methods, route);
            let detail = match (kind, route) {
                (Kind::MethodCase, _) => method.to_ascii_uppercase(),
                (_, Some(route)) => backticked(route.methods),
                (_, None) => String::new(),
            };
            mistakes.push(Mistake::at(Key::Methods, index, method, kind, fix).with_detail(detail));
        }
    }
}

/// What is wrong with a method on any route.
fn wrong_method(method: &str) -> Option<Kind> {
    match method {
        "*" => None,
        _ if !is_token(method.as_bytes()) => Some(Kind::MethodSyntax),
        _ if is_forbidden(method) => Some(Kind::MethodForbidden),
        _ if method.contains('*') => Some(Kind::MethodPartialWildcard),
        _ if USUAL.iter().any(|usual| *usual != method && usual.eq_ignore_ascii_case(method)) => {
            Some(Kind::MethodCase)
        }
        _ => None,
    }
}

/// Fetch, [forbidden method](https://fetch.spec.whatwg.org/#forbidden-method).
fn is_forbidden(method: &str) -> bool {
    ["CONNECT", "TRACE", "TRACK"].iter().any(|forbidden| forbidden.eq_ignore_ascii_case(method))
}

fn not_served(method: &str, methods: &[String], route: &RouteFacts<'_>) -> Option<Kind> {
    match method {
        "*" => Some(Kind::MethodAnyOnRoute),
        "HEAD" if route.head_follows_get && !methods.iter().any(|method| method == "GET") => {
            Some(Kind::MethodHeadAlone)
        }
        _ if route.methods.contains(&method) => None,
        "OPTIONS" => Some(Kind::MethodOptions),
        _ => Some(Kind::MethodNotServed),
    }
}

fn backticked(methods: &[&str]) -> String {
    methods.iter().map(|method| format!("`{method}`")).collect::<Vec<_>>().join(", ")
}

fn fix(kind: Kind, method: &str, methods: &[String], route: Option<&RouteFacts<'_>>) -> Option<Fix> {
    let served = |wanted: &str| route.is_none_or(|route| route.methods.contains(&wanted));
    let right = |wanted: &str| {
        wrong_method(wanted).is_none() && served(wanted) && !methods.iter().any(|method| method == wanted)
    };
    let alone = methods.len() == 1;
    match kind {
        Kind::MethodCase => Some(method.to_ascii_uppercase()).filter(|upper| right(upper)).map(Fix::Write),
        Kind::MethodSyntax => {
            let cleaned = method.trim_matches(|c: char| !c.is_ascii_alphanumeric()).to_ascii_uppercase();
            Some(cleaned)
                .filter(|cleaned| USUAL.contains(&cleaned.as_str()) && right(cleaned))
                .map(Fix::Write)
        }
        Kind::MethodDuplicate | Kind::MethodForbidden | Kind::MethodOptions | Kind::MethodAnyMixed
            if !alone =>
        {
            Some(Fix::Remove)
        }
        Kind::MethodHeadAlone => Some(Fix::Write("GET".to_owned())).filter(|_| right("GET")),
        Kind::MethodNotServed => {
            let candidates = route.map(|route| route.methods).unwrap_or_default();
            let near = crate::nearest::nearest(method, candidates.iter().copied()).filter(|near| right(near));
            near.map(|near| Fix::Write(near.to_owned()))
        }
        _ => None,
    }
}

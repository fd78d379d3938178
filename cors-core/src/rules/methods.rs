//! `Access-Control-Allow-Methods`: the methods that a route serves to other origins, and the rules for their names.

use crate::config::Config;
use crate::error::{Fix, Mistake, MistakeKind};
use crate::key::Key;
use crate::policy::entries_for;
use crate::rules::context::{CheckContext, RouteContext};
use crate::syntax::list::quoted;
use crate::syntax::nearest::nearest;
use crate::syntax::token::{is_forbidden_method, is_token};

/// Returns the methods that a route serves to other origins, each with the index of the listed method that allows it.
/// Without a list these are all methods that the route serves and browsers can send.
///
/// If the methods of the route are not known, these are the listed ones.
#[doc(hidden)]
#[must_use]
pub fn served_to_others<'a>(
    route: &RouteContext<'a>,
    listed: Option<&'a [String]>,
) -> Vec<(&'a str, Option<usize>)> {
    let is_forbidden = |method: &&str| is_forbidden_method(method.as_bytes());
    let Some(served) = route.methods else {
        let listed = listed.unwrap_or_default().iter().map(String::as_str).enumerate();
        return listed
            .map(|(index, method)| (method, Some(index)))
            .filter(|(method, _)| !is_forbidden(method))
            .collect();
    };
    let sendable = served.iter().copied().filter(|method| !is_forbidden(method));
    let Some(listed) = listed else { return sendable.map(|method| (method, None)).collect() };
    let allowed = |method: &'a str| Some((method, Some(place_allowing(method, route, served, listed)?)));
    sendable.filter_map(allowed).collect()
}

/// Returns the index of the listed method that allows `method` on a route that serves `served`.
fn place_allowing(
    method: &str,
    route: &RouteContext<'_>,
    served: &[&str],
    listed: &[String],
) -> Option<usize> {
    let entries = entries_for(method.as_bytes(), route.head_follows_get, served.contains(&"GET"));
    entries.into_iter().find_map(|entry| listed.iter().position(|listed| listed.as_bytes() == entry))
}

pub(crate) fn check_methods(config: &Config, context: &CheckContext<'_>, mistakes: &mut Vec<Mistake>) {
    let route = context.route.as_ref();
    if !context.is_same_origin && route.is_some_and(is_unsendable) {
        // No list of methods could fix this mistake.
        mistakes.push(Mistake::of_key(Key::Methods, MistakeKind::MethodsUnsendable));
    } else if let Some(methods) = &config.methods {
        check_listed(methods, config.credentials, route, mistakes);
    }
}

/// Reports whether browsers allow scripts to send none of the route's methods.
fn is_unsendable(route: &RouteContext<'_>) -> bool {
    route.methods.is_some_and(|methods| !methods.is_empty()) && served_to_others(route, None).is_empty()
}

fn check_listed(
    methods: &[String],
    credentials: bool,
    route: Option<&RouteContext<'_>>,
    mistakes: &mut Vec<Mistake>,
) {
    if methods.is_empty() {
        mistakes.push(Mistake::of_key(Key::Methods, MistakeKind::MethodsEmpty));
    }
    let list = ListedMethods { methods, credentials, route };
    for (index, method) in methods.iter().enumerate() {
        if let Some(kind) = list.mistake_of(index, method) {
            let fix = list.fix_of(kind, method);
            let mistake = Mistake::at(Key::Methods, index, method, kind, fix);
            mistakes.push(mistake.with_detail(list.detail_of(kind, method)));
        }
    }
}

/// The methods of a policy, with the context of their check.
struct ListedMethods<'a> {
    methods: &'a [String],
    credentials: bool,
    route: Option<&'a RouteContext<'a>>,
}

impl ListedMethods<'_> {
    fn mistake_of(&self, index: usize, method: &str) -> Option<MistakeKind> {
        let earlier = || self.methods.iter().take(index).any(|earlier| earlier == method);
        match method {
            "" => Some(MistakeKind::MethodEmpty),
            _ if method.trim().contains([',', ';', ' ']) => Some(MistakeKind::MethodList),
            _ if !is_token(method.as_bytes()) => Some(MistakeKind::MethodSyntax),
            _ if is_forbidden_method(method.as_bytes()) => Some(MistakeKind::MethodForbidden),
            "*" if self.credentials => Some(MistakeKind::CredentialsAnyMethod),
            _ if earlier() => Some(MistakeKind::MethodDuplicate),
            "*" if self.route.is_some() => Some(MistakeKind::MethodAnyOnRoute),
            "*" if self.methods.iter().any(|other| other != "*") => Some(MistakeKind::MethodAnyMixed),
            "*" => None,
            _ if method.contains('*') => Some(MistakeKind::MethodPartialWildcard),
            _ => match (self.route, self.served()) {
                (Some(route), Some(served)) => self.mistake_on_route(method, route, served),
                _ if USUAL.contains(&method) => None,
                _ if spelling(method, USUAL).is_some() => Some(MistakeKind::MethodCase),
                (Some(_), _) => nearest(method, ROUTED).map(|_| MistakeKind::MethodMisspelt),
                (None, _) => None,
            },
        }
    }

    fn mistake_on_route(
        &self,
        method: &str,
        route: &RouteContext<'_>,
        served: &[&str],
    ) -> Option<MistakeKind> {
        match method {
            // Although it is listed, `HEAD` may need the entry `GET`.
            _ if served.contains(&method) => place_allowing(method, route, served, self.methods)
                .is_none()
                .then_some(MistakeKind::MethodHeadAlone),
            "OPTIONS" => Some(MistakeKind::MethodOptions),
            _ if spelling(method, served.iter().copied()).is_some() => Some(MistakeKind::MethodCase),
            _ => Some(MistakeKind::MethodNotServed),
        }
    }

    fn detail_of(&self, kind: MistakeKind, method: &str) -> String {
        let served = self.served().unwrap_or_default();
        match kind {
            MistakeKind::MethodCase => {
                spelling(method, served.iter().copied().chain(USUAL)).unwrap_or_default().to_owned()
            }
            MistakeKind::MethodAnyOnRoute if served.is_empty() => String::new(),
            MistakeKind::MethodAnyOnRoute => format!(", and this one serves {}", quoted(served, '`')),
            _ => quoted(served, '`'),
        }
    }

    /// Returns the methods of the route, if they are known. A framework reports a route attribute that names none.
    fn served(&self) -> Option<&[&str]> {
        self.route?.methods.filter(|methods| !methods.is_empty())
    }

    fn fix_of(&self, kind: MistakeKind, method: &str) -> Option<Fix> {
        let cleaned = method.trim_matches(|c: char| !c.is_ascii_alphanumeric());
        let known = self.served().unwrap_or(&USUAL).iter().copied();
        let meant = match kind {
            MistakeKind::MethodCase | MistakeKind::MethodSyntax => {
                known.clone().find(|known| known.eq_ignore_ascii_case(cleaned))
            }
            MistakeKind::MethodNotServed => nearest(method, known),
            MistakeKind::MethodMisspelt => nearest(method, ROUTED),
            MistakeKind::MethodHeadAlone => Some("GET"),
            _ => None,
        };
        match meant {
            Some(meant) if self.methods.iter().any(|listed| listed == meant) => Some(Fix::Remove),
            Some(meant) => Some(Fix::Write(meant.to_owned())),
            // A removal needs a correct method that remains, and must not lose a method that is meant.
            None if !matches!(kind, MistakeKind::MethodSyntax | MistakeKind::MethodList)
                && self.has_others(method) =>
            {
                Some(Fix::Remove)
            }
            None => None,
        }
    }

    /// Reports whether the list has a correct method beside `method`.
    fn has_others(&self, method: &str) -> bool {
        self.methods
            .iter()
            .enumerate()
            .any(|(index, other)| other != method && self.mistake_of(index, other).is_none())
            || self.methods.iter().filter(|listed| *listed == method).count() > 1
    }
}

/// The usual methods, which are known on every route.
const USUAL: [&str; 9] = ["GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "QUERY", "PROPFIND"];

/// The methods that are meant by words that are nearly the same, if only a router knows the methods of the route.
const ROUTED: [&str; 7] = ["GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS"];

/// Returns the method of `known` that differs from `method` only in case.
fn spelling<'a>(method: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    known.into_iter().find(|known| *known != method && known.eq_ignore_ascii_case(method))
}

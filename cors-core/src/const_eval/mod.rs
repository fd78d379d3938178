//! Checks in const evaluation, for what a macro sees only by name: constants in `origins`, and policies named by
//! `policy = …`.
//!
//! Three things need tables or the heap, and are not done here: the check that `xn--` labels are in their normal form, a look
//! at the Public Suffix List, and the fix.

pub(crate) mod sort;

use crate::error::{MistakeKind, const_panic};
use crate::origin::pattern::parse_pattern;
use crate::policy::{Danger, Policy, Repr, StaticOrigins, StaticPolicy, entries_for};
use crate::syntax::bytes::{contains, equal, strip_prefix};
use crate::syntax::list::{first_member, lists};

/// A constant that can be an element of `origins`. Only `&'static str` implements this trait.
///
/// Const evaluation calls a method of [`Self::Kind`], which exists only on [`OriginText`]. Every other type therefore
/// gives one error, with the message below.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a single origin; write constants of type `&str`, one for each origin, or for a whole list name a policy \
               such as `policy = PARTNERS`, which `policy!` makes, or `Policy::from_env` when the program starts",
    label = "this is not a `&str`"
)]
#[allow(missing_docs, reason = "named only by expansions")]
pub trait OriginItem {
    type Kind;
    const KIND: Self::Kind;
}

/// Returns the kind of a constant.
#[doc(hidden)]
#[must_use]
pub const fn origin_kind<T: OriginItem>(_: &&T) -> T::Kind {
    T::KIND
}

/// The kind of a constant that is a `&'static str`.
#[doc(hidden)]
#[derive(Debug, Clone, Copy)]
pub struct OriginText;

#[diagnostic::do_not_recommend]
impl OriginItem for &'static str {
    type Kind = OriginText;
    const KIND: OriginText = OriginText;
}

impl OriginText {
    /// Returns the text of the constant.
    #[must_use]
    pub const fn text(self, text: &&&'static str) -> &'static str {
        text
    }

    /// Stops the compilation unless the text is an exact origin that fits the other keys of the policy.
    #[track_caller]
    pub const fn check(self, origin: &str, credentials: bool, dangerously_allow: &str) {
        if contains(origin.as_bytes(), b"*") {
            const_panic(MistakeKind::ConstantWildcard, origin);
        }
        check_origin(origin, credentials, dangerously_allow);
    }
}

#[track_caller]
const fn check_origin(origin: &str, credentials: bool, dangerously_allow: &str) {
    match parse_pattern(origin.as_bytes()) {
        Ok(parts)
            if credentials
                && parts.is_insecure()
                && !Danger::InsecureOrigins.is_one_of(dangerously_allow) =>
        {
            const_panic(MistakeKind::CredentialsInsecureOrigin, origin);
        }
        Ok(_) => {}
        Err(MistakeKind::OriginNull) if credentials => const_panic(MistakeKind::CredentialsNull, origin),
        Err(MistakeKind::OriginNull)
            if equal(origin.as_bytes(), b"null") && Danger::NullOrigin.is_one_of(dangerously_allow) => {}
        Err(kind) => const_panic(kind, origin),
    }
}

/// Checks origins that are right by themselves beside other keys, to which only `http` and `null` matter. The compiler stops the
/// evaluation of a policy if it reads every one of a thousand origins.
#[track_caller]
const fn check_beside(mut origins: &[&str], credentials: bool, dangerously_allow: &str) {
    while let [origin, rest @ ..] = origins {
        if strip_prefix(origin.as_bytes(), b"http:").is_some() || equal(origin.as_bytes(), b"null") {
            check_origin(origin, credentials, dangerously_allow);
        }
        origins = rest;
    }
}

impl StaticPolicy {
    /// Stops the compilation if the keys of this policy conflict with those of its `base`.
    #[must_use]
    #[track_caller]
    pub const fn check_merged(self, base: Self, keeps_origins: bool) -> Self {
        if keeps_origins {
            self.check_wildcards(base.dangerously_allow);
        }
        if let StaticOrigins::Any = self.origins
            && self.credentials
        {
            const_panic(MistakeKind::CredentialsAnyOrigin, "*");
        }
        if let StaticOrigins::List { exact, patterns } = self.origins {
            check_beside(exact, self.credentials, self.dangerously_allow);
            check_beside(patterns, self.credentials, self.dangerously_allow);
        }
        self.check_star(self.allow_headers, MistakeKind::CredentialsAnyHeader);
        self.check_star(self.expose_headers, MistakeKind::CredentialsAnyExposed);
        if let Some(methods) = self.methods {
            self.check_star(methods, MistakeKind::CredentialsAnyMethod);
        }
        self
    }

    #[track_caller]
    const fn check_star(self, list: &str, kind: MistakeKind) {
        if self.credentials && lists(list.as_bytes(), b"*") {
            const_panic(kind, "*");
        }
    }

    /// Stops the compilation if this policy, a base whose origins are kept, allows no other origin, so that `key` has no effect.
    #[track_caller]
    pub const fn check_key_beside(self, key: &str) {
        if let StaticOrigins::SameOrigin = self.origins {
            const_panic(MistakeKind::KeyBesideSameOrigin, key);
        }
    }

    /// Stops the compilation if a wildcard of the base may need a danger that this policy does not accept. A base can
    /// contain such a wildcard only with this danger, and does not say which of its wildcards it is.
    #[track_caller]
    const fn check_wildcards(self, words_of_base: &str) {
        let danger = Danger::PublicSuffixWildcards;
        if let StaticOrigins::List { mut patterns, .. } = self.origins
            && danger.is_one_of(words_of_base)
            && !danger.is_one_of(self.dangerously_allow)
        {
            while let [pattern, rest @ ..] = patterns {
                if contains(pattern.as_bytes(), b"*.") {
                    const_panic(MistakeKind::WildcardOfBase, "");
                }
                patterns = rest;
            }
        }
    }
}

/// The route on which a policy is named.
#[doc(hidden)]
#[derive(Debug, Clone, Copy)]
#[allow(missing_docs, reason = "named only by expansions")]
pub struct ConstRoute {
    /// The methods that the route serves, or where only a router knows them, those that its attribute lists. They are separated
    /// by `", "`.
    pub methods: Option<&'static str>,
    pub head_follows_get: bool,
    /// Set if only a router knows the methods.
    pub is_of_router: bool,
    /// Set if the attribute of the route has `methods`.
    pub has_methods: bool,
    /// Set if the route takes a body whose `Content-Type` the policy has to allow.
    pub needs_content_type: bool,
    pub is_enforced: bool,
    /// The framework whose requests the route takes.
    pub framework: &'static str,
}

impl Policy {
    /// Stops the compilation if the policy has no effect on a route, or lacks what the route needs.
    #[doc(hidden)]
    #[track_caller]
    pub const fn check_on(&self, route: ConstRoute) {
        let Repr::Static(parts) = &self.__repr else { return };
        if let StaticOrigins::SameOrigin = parts.origins {
            if route.has_methods {
                const_panic(MistakeKind::KeyBesideSameOrigin, "methods");
            }
            return;
        }
        if let (Some(bound), Some(served)) = (parts.methods, route.methods)
            && !leaves_some(bound, served, &route)
        {
            const_panic(MistakeKind::MethodsNoneLeft, bound);
        }
        if route.needs_content_type && !allows_content_type(parts.allow_headers) {
            const_panic(MistakeKind::PolicyWithoutContentType, "");
        }
        if let StaticOrigins::Any = parts.origins
            && route.is_enforced
        {
            const_panic(MistakeKind::EnforceAnyOrigin, "*");
        }
        if let StaticOrigins::Predicate(predicate) = parts.origins
            && !equal(predicate.framework.as_bytes(), route.framework.as_bytes())
        {
            const_panic(MistakeKind::PredicateOfOther, predicate.text);
        }
    }
}

/// Reports whether the methods of a policy allow one that a route serves.
const fn leaves_some(bound: &str, served: &str, route: &ConstRoute) -> bool {
    let (bound, mut rest) = (bound.as_bytes(), Some(served.as_bytes()));
    let serves_get = lists(served.as_bytes(), b"GET");
    // A handler of `GET` serves `HEAD` there, and either entry allows it.
    if route.is_of_router && serves_get && lists(bound, b"HEAD") {
        return true;
    }
    while let Some(served) = rest {
        let (method, others) = first_member(served);
        let [entry, other] = entries_for(method, route.head_follows_get, serves_get && !route.is_of_router);
        if lists(bound, entry) || lists(bound, other) {
            return true;
        }
        rest = others;
    }
    lists(bound, b"*")
}

const fn allows_content_type(allow_headers: &str) -> bool {
    lists(allow_headers.as_bytes(), b"*") || lists(allow_headers.as_bytes(), b"content-type")
}

//! The response headers of a decision.

use crate::decision::route_methods::RouteMethods;
use crate::header::{AllowOrigin, HeaderName, SHAPES, Value, Vary, VaryOn};
use crate::policy::PolicyRef;

/// The headers to add to a response.
#[derive(Debug, Clone, PartialEq)]
pub struct Headers<'p> {
    pub(crate) policy: PolicyRef<'p>,
    pub(crate) set: HeaderSet<'p>,
    pub(crate) vary: VaryOn,
}

/// The headers beside `Vary`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum HeaderSet<'p> {
    /// None, because the origin is not allowed.
    None,
    /// Those of a response that the page can read.
    Actual(AllowOrigin),
    /// Those of a successful preflight, on a route with these methods.
    Preflight(AllowOrigin, RouteMethods<'p>),
    /// Those of a refusal (the key `enforce`).
    Refusal,
}

impl<'p> Headers<'p> {
    /// The number of [shapes](Self::shape).
    #[doc(hidden)]
    pub const SHAPES: usize = SHAPES;

    /// Returns the index, below [`Self::SHAPES`], under which these headers can be cached: for one owner and one policy, headers
    /// of equal shape differ only in the origin that they repeat.
    #[doc(hidden)]
    #[must_use]
    pub fn shape(&self) -> usize {
        let set = match self.set {
            HeaderSet::None => 0,
            HeaderSet::Actual(_) => 1,
            HeaderSet::Preflight(..) => 2,
            HeaderSet::Refusal => 3,
        };
        set * VaryOn::COUNT + self.vary as usize
    }

    /// Reports whether the methods in these headers depend on the policy alone.
    #[cfg(feature = "http")]
    pub(crate) fn has_methods_of_policy(&self) -> bool {
        !matches!(self.set, HeaderSet::Preflight(_, RouteMethods::Known { .. } | RouteMethods::Router { .. }))
    }

    /// Reports whether `Access-Control-Allow-Methods` repeats the requested method.
    #[cfg(feature = "http")]
    pub(crate) fn repeats_method(&self) -> bool {
        matches!(self.set, HeaderSet::Preflight(_, RouteMethods::Router { .. }))
    }

    /// Returns the policy of these headers.
    #[doc(hidden)]
    #[must_use]
    pub const fn policy(&self) -> &PolicyRef<'p> {
        &self.policy
    }

    /// Returns the headers other than `Vary`, each at most once.
    pub fn iter(&self) -> impl Iterator<Item = (HeaderName, Value<'_>)> {
        let names: &[HeaderName] = match self.set {
            HeaderSet::None => &[],
            HeaderSet::Actual(_) => &HeaderName::OF_ACTUAL,
            HeaderSet::Preflight(..) => &HeaderName::OF_PREFLIGHT,
            HeaderSet::Refusal => &[HeaderName::CacheControl],
        };
        names.iter().filter_map(|name| Some((*name, self.value(*name)?)))
    }

    pub(crate) const fn allowed(&self) -> Option<AllowOrigin> {
        match self.set {
            HeaderSet::Actual(allowed) | HeaderSet::Preflight(allowed, _) => Some(allowed),
            HeaderSet::None | HeaderSet::Refusal => None,
        }
    }

    /// Returns the value of `Access-Control-Allow-Origin`; `None` if the origin is not allowed.
    #[must_use]
    pub fn allow_origin(&self) -> Option<Value<'_>> {
        self.allowed().map(Value::from)
    }

    fn value(&self, name: HeaderName) -> Option<Value<'_>> {
        let policy = &*self.policy;
        match (name, self.set) {
            (HeaderName::AllowOrigin, _) => self.allow_origin(),
            (HeaderName::AllowCredentials, _) => policy.credentials().then_some(Value::Static("true")),
            (HeaderName::AllowMethods, HeaderSet::Preflight(_, methods)) => methods.header_value(policy),
            (HeaderName::AllowMethods, _) => None,
            (HeaderName::AllowHeaders, _) => policy.allow_headers().map(Value::from),
            (HeaderName::MaxAge, _) => policy.max_age().map(Value::from),
            (HeaderName::ExposeHeaders, _) => policy.expose_headers().map(Value::from),
            (HeaderName::CacheControl, _) => Some(Value::Static("no-store")),
        }
    }

    /// Reports whether the response repeats the request's `Origin`. The caller then has to keep the value until the
    /// response is sent.
    #[must_use]
    pub fn repeats_origin(&self) -> bool {
        self.allowed() == Some(AllowOrigin::RequestOrigin)
    }

    /// Returns what to merge into the response's `Vary` header, with [`Vary::missing_from`].
    #[must_use]
    pub fn vary(&self) -> Vary {
        let more = match (self.vary, self.policy.origins().predicate()) {
            // The predicate was involved in the decision.
            (VaryOn::Origin | VaryOn::Preflight, Some(predicate)) => predicate.vary,
            _ => &[],
        };
        Vary { own: self.vary, more }
    }
}

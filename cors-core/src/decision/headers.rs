//! The response headers of a decision.

use crate::decision::route_methods::RouteMethods;
use crate::header::{AllowOrigin, HeaderName, HeaderSet, Value, Vary, VaryOn};
use crate::policy::{Policy, PolicyRef};

/// The headers to add to a response.
#[derive(Debug, Clone, PartialEq)]
pub struct Headers<'p> {
    pub(crate) policy: PolicyRef<'p>,
    pub(crate) allow_origin: Option<AllowOrigin>,
    /// The methods of the route, set for a preflight only.
    pub(crate) preflight: Option<RouteMethods<'p>>,
    pub(crate) vary: VaryOn,
}

impl<'p> Headers<'p> {
    /// The number of [shapes](Self::shape).
    #[doc(hidden)]
    pub const SHAPES: usize = HeaderSet::COUNT * VaryOn::COUNT;

    /// Returns the index, below [`Self::SHAPES`], under which these headers can be cached: for one owner and one policy, headers
    /// of equal shape differ only in the origin that they repeat.
    #[doc(hidden)]
    #[must_use]
    pub fn shape(&self) -> usize {
        self.header_set() as usize * VaryOn::COUNT + self.vary as usize
    }

    /// Reports whether the methods in these headers depend on the policy alone.
    #[cfg(feature = "http")]
    pub(crate) fn has_methods_of_policy(&self) -> bool {
        self.preflight.is_none_or(|methods| methods.are_of(&self.policy))
    }

    /// Reports whether `Access-Control-Allow-Methods` repeats the requested method.
    #[cfg(feature = "http")]
    pub(crate) fn repeats_method(&self) -> bool {
        self.allow_origin.is_some() && self.preflight.is_some_and(RouteMethods::repeats_requested)
    }

    /// Returns the policy of these headers.
    #[doc(hidden)]
    #[must_use]
    pub const fn policy(&self) -> &PolicyRef<'p> {
        &self.policy
    }

    fn header_set(&self) -> HeaderSet {
        match (self.allow_origin, self.preflight) {
            (Some(_), Some(_)) => HeaderSet::Preflight,
            (Some(_), None) => HeaderSet::Actual,
            (None, _) if self.vary == VaryOn::Refusal => HeaderSet::Refusal,
            (None, _) => HeaderSet::None,
        }
    }

    /// Returns the headers other than `Vary`, each at most once.
    pub fn iter(&self) -> impl Iterator<Item = (HeaderName, Value<'_>)> {
        let names: &[HeaderName] = match self.header_set() {
            HeaderSet::Preflight => &HeaderName::OF_PREFLIGHT,
            HeaderSet::Actual => &HeaderName::OF_ACTUAL,
            HeaderSet::Refusal => &[HeaderName::CacheControl],
            HeaderSet::None => &[],
        };
        names.iter().filter_map(|name| Some((*name, self.value(*name)?)))
    }

    /// Returns the value of `Access-Control-Allow-Origin`; `None` if the origin is not allowed.
    #[must_use]
    pub fn allow_origin(&self) -> Option<Value<'_>> {
        self.allow_origin.map(Value::from)
    }

    fn value(&self, name: HeaderName) -> Option<Value<'_>> {
        let policy = &*self.policy;
        match name {
            HeaderName::AllowOrigin => self.allow_origin(),
            HeaderName::AllowCredentials => policy.credentials().then_some(Value::Static("true")),
            HeaderName::AllowMethods => self.preflight.map(|methods| methods.header_value(policy)),
            HeaderName::AllowHeaders => policy.allow_headers().map(Value::from),
            HeaderName::MaxAge => policy.max_age().map(Value::from),
            HeaderName::ExposeHeaders => policy.expose_headers().map(Value::from),
            HeaderName::CacheControl => Some(Value::Static("no-store")),
        }
    }

    /// Reports whether the response repeats the request's `Origin`. The caller then has to keep the value until the
    /// response is sent.
    #[must_use]
    pub fn repeats_origin(&self) -> bool {
        self.allow_origin == Some(AllowOrigin::RequestOrigin)
    }

    /// Returns what to merge into the response's `Vary` header, with [`Vary::missing_from`].
    #[must_use]
    pub fn vary(&self) -> Vary {
        self.vary.by(&self.policy)
    }
}

impl VaryOn {
    /// Adds the names that the predicate of `policy` declares, if the predicate was involved in the decision.
    pub(crate) fn by(self, policy: &Policy) -> Vary {
        let more = match (self, policy.origins().predicate()) {
            (Self::Origin | Self::Preflight, Some(predicate)) => predicate.vary,
            _ => &[],
        };
        Vary { own: self, more }
    }
}

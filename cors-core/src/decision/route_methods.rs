//! The methods that a policy allows on the route that it applies to.

use crate::header::Value;
use crate::policy::{AllowMethods, Policy, entries_for};
use crate::syntax::token::is_forbidden_method;

/// The methods of the route that a policy applies to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum RouteMethods<'p> {
    Known {
        methods: AllowMethods<'p>,
        /// Rocket answers `HEAD` through the `GET` route, so a policy that allows `GET` allows both.
        head_follows_get: bool,
    },
    /// A route whose methods only a router knows, where an adapter asks the router before it answers a preflight. `HEAD`
    /// follows `GET`.
    Router {
        /// The only methods that the route serves to other origins, if it lists some.
        listed: Option<AllowMethods<'p>>,
    },
    /// No known route, as for a default policy. The policy allows the methods that it lists, or else the
    /// CORS-safelisted ones. `HEAD` follows `GET`.
    NoRoute,
}

impl<'p> RouteMethods<'p> {
    /// Reports whether the route serves `method` to the origins that `policy` allows.
    #[inline]
    pub(crate) fn allows(self, policy: &Policy, method: &[u8]) -> bool {
        match self {
            Self::Known { methods, .. } => methods.contains(method) && self.keeps(policy, method),
            Self::Router { listed } => {
                let listed = [listed, policy.methods()];
                // A router can serve methods that no script can send.
                !is_forbidden_method(method)
                    && listed.into_iter().flatten().all(|list| list_allows(list, method))
            }
            Self::NoRoute => list_allows(policy.methods().unwrap_or(AllowMethods::SAFELISTED), method),
        }
    }

    /// Returns the entry of a policy's `methods` that would allow `method`.
    pub(crate) fn entry_for(self, method: &[u8]) -> &[u8] {
        match self {
            Self::Known { methods, head_follows_get } => {
                entries_for(method, head_follows_get, methods.contains(b"GET"))[0]
            }
            Self::Router { .. } | Self::NoRoute => method,
        }
    }

    /// Reports whether the `methods` of `policy` keep `method`, which the route serves.
    fn keeps(self, policy: &Policy, method: &[u8]) -> bool {
        let (Self::Known { methods, head_follows_get }, Some(bound)) = (self, policy.methods()) else {
            return true;
        };
        let mut entries = entries_for(method, head_follows_get, methods.contains(b"GET")).into_iter();
        entries.any(|entry| bound.contains(entry))
    }

    /// Returns the value of `Access-Control-Allow-Methods`. `None` if the response lists the requested method alone: another
    /// method of the path may have another policy, and browsers cache the list by URL.
    pub(crate) fn header_value<'h>(self, policy: &'h Policy) -> Option<Value<'h>>
    where
        'p: 'h,
    {
        let bound = policy.methods();
        let keeps = |method: &&str| self.keeps(policy, method.as_bytes());
        Some(match self {
            Self::Router { .. } => return None,
            Self::NoRoute => bound.unwrap_or(AllowMethods::SAFELISTED).0.into(),
            // The route serves whatever the policy lists.
            Self::Known { methods, .. } if methods.as_str() == "*" => bound.unwrap_or(methods).0.into(),
            Self::Known { methods, .. } if bound.is_none() || methods.iter().all(|method| keeps(&method)) => {
                methods.0.into()
            }
            Self::Known { methods, .. } => {
                Value::Owned(methods.iter().filter(keeps).collect::<Vec<_>>().join(", "))
            }
        })
    }
}

/// Reports whether a list of methods allows `method` on a route that is not known.
fn list_allows(methods: AllowMethods<'_>, method: &[u8]) -> bool {
    entries_for(method, true, false).into_iter().any(|entry| methods.contains(entry))
}

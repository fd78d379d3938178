//! The methods that a route serves, and those that its policy leaves of them.

use crate::header::Value;
use crate::policy::{AllowMethods, Policy};

/// The methods that are served where a policy holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum RouteMethods<'p> {
    /// Those of a route.
    Known {
        methods: AllowMethods<'p>,
        /// Whether `GET` stands for `HEAD` as well, as on Rocket.
        head_follows_get: bool,
    },
    /// Those of services that nobody has looked at: what the policy lists, else the CORS-safelisted ones.
    Unknown,
}

impl<'p> RouteMethods<'p> {
    /// Whether `method` is served to the origins that `policy` allows.
    pub(crate) fn allows(self, policy: &Policy, method: &[u8]) -> bool {
        match self {
            Self::Known { methods, .. } => methods.contains(method) && self.keeps(policy, method),
            Self::Unknown => {
                let listed = policy.methods().unwrap_or(AllowMethods::SAFELISTED);
                listed.contains(method) || (method == b"HEAD" && listed.contains(b"GET"))
            }
        }
    }

    /// Whether `policy` leaves out no method of this name.
    fn keeps(self, policy: &Policy, method: &[u8]) -> bool {
        let (Self::Known { methods, head_follows_get }, Some(bound)) = (self, policy.methods()) else {
            return true;
        };
        // Where there is no route, its methods are the policy's own.
        if std::ptr::eq(methods.as_str(), bound.as_str()) {
            return true;
        }
        let follows = head_follows_get && method == b"HEAD";
        // Where `GET` is answered for `HEAD`, both are judged as `GET`.
        let alone = !(follows && methods.contains(b"GET"));
        (alone && bound.contains(method)) || (follows && bound.contains(b"GET"))
    }

    /// The methods that are left, as they are sent.
    pub(crate) fn header_value<'h>(self, policy: &'h Policy) -> Value<'h>
    where
        'p: 'h,
    {
        let Self::Known { methods, .. } = self else {
            return Value::from(policy.methods().unwrap_or(AllowMethods::SAFELISTED).0);
        };
        let keeps = |method: &&str| self.keeps(policy, method.as_bytes());
        if policy.methods().is_none() || methods.iter().all(|method| keeps(&method)) {
            return Value::from(methods.0);
        }
        Value::Owned(methods.iter().filter(keeps).collect::<Vec<_>>().join(", "))
    }
}

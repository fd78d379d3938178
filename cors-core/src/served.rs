//! The methods that a route serves, and those that its policy leaves of them.

use crate::allow_methods::AllowMethods;
use crate::decision::Value;
use crate::policy::Policy;

/// The methods that a route serves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Served<'p> {
    pub(crate) methods: AllowMethods<'p>,
    /// Whether `GET` stands for `HEAD` as well, as on Rocket.
    pub(crate) head_follows_get: bool,
}

impl Served<'_> {
    /// Whether the route serves `method` to the origins that `policy` allows.
    pub(crate) fn allows(self, policy: &Policy, method: &[u8]) -> bool {
        self.methods.contains(method) && self.is_left(policy, method)
    }

    /// Whether `policy` leaves out no method of this name.
    fn is_left(self, policy: &Policy, method: &[u8]) -> bool {
        let Some(bound) = policy.methods() else { return true };
        let follows = self.head_follows_get && method == b"HEAD";
        // Where `GET` is answered for `HEAD`, both are judged as `GET`.
        let alone = !(follows && self.methods.contains(b"GET"));
        (alone && bound.contains(method)) || (follows && bound.contains(b"GET"))
    }
}

impl<'p> Served<'p> {
    /// The methods that are left, as they are sent.
    pub(crate) fn value(self, policy: &Policy) -> Value<'p> {
        let is_left = |method: &&str| self.is_left(policy, method.as_bytes());
        if self.methods.iter().all(|method| is_left(&method)) {
            return Value::from(self.methods.0);
        }
        Value::Owned(self.methods.iter().filter(is_left).collect::<Vec<_>>().join(", "))
    }
}

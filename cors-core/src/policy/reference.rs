//! References to policies.

use std::ops::Deref;
use std::sync::{Arc, Weak};

use crate::policy::Policy;

/// The policy that decides one request.
#[derive(Debug, Clone)]
pub enum PolicyRef<'p> {
    /// A reference.
    Borrowed(&'p Policy),
    /// A counted reference, which keeps a policy alive after it is replaced.
    Shared(Arc<Policy>),
}

impl PolicyRef<'static> {
    /// Returns the identity of the policy.
    #[doc(hidden)]
    #[must_use]
    pub fn id(&self) -> PolicyId {
        match self {
            Self::Borrowed(policy) => PolicyId::Borrowed(policy),
            Self::Shared(policy) => PolicyId::Shared(Arc::downgrade(policy)),
        }
    }
}

/// The identity of a policy, which does not keep the policy alive. No later policy gets the same identity, even with
/// equal content.
#[doc(hidden)]
#[derive(Debug)]
#[allow(missing_docs, reason = "named only by adapters")]
pub enum PolicyId {
    Borrowed(&'static Policy),
    /// A weak reference, which keeps the address from being reused.
    Shared(Weak<Policy>),
}

impl PolicyId {
    /// Reports whether this is the identity of `policy`.
    #[must_use]
    pub fn is_of(&self, policy: &PolicyRef<'_>) -> bool {
        match self {
            Self::Borrowed(own) => std::ptr::eq(*own, &raw const **policy),
            Self::Shared(own) => std::ptr::eq(own.as_ptr(), &raw const **policy),
        }
    }
}

impl Deref for PolicyRef<'_> {
    type Target = Policy;

    fn deref(&self) -> &Policy {
        match self {
            Self::Borrowed(policy) => policy,
            Self::Shared(policy) => policy,
        }
    }
}

impl PartialEq for PolicyRef<'_> {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

//! References to policies.

use std::ops::Deref;
use std::sync::{Arc, Weak};

use crate::policy::Policy;

/// The policy that decides one request.
#[derive(Debug, Clone)]
pub enum PolicyRef<'p> {
    /// By reference. A function may return another one for the next request.
    Borrowed(&'p Policy),
    /// Counted: it lives on if it is replaced meanwhile.
    Shared(Arc<Policy>),
}

impl PolicyRef<'static> {
    /// Which policy this is.
    #[doc(hidden)]
    #[must_use]
    pub fn id(&self) -> PolicyId {
        match self {
            Self::Borrowed(policy) => PolicyId::Borrowed(policy),
            Self::Shared(policy) => PolicyId::Shared(Arc::downgrade(policy)),
        }
    }
}

/// Which policy it was, without keeping it if it is replaced: no later one is taken for it, even if it says the same.
#[doc(hidden)]
#[derive(Debug)]
#[allow(missing_docs, reason = "named only by adapters")]
pub enum PolicyId {
    Borrowed(&'static Policy),
    /// The place stays taken as long as this is there.
    Shared(Weak<Policy>),
}

impl PolicyId {
    /// Whether it is that of `policy`.
    #[must_use]
    pub fn is_of(&self, policy: &PolicyRef<'_>) -> bool {
        match self {
            Self::Borrowed(own) => std::ptr::eq(*own, &raw const **policy),
            Self::Shared(own) => std::ptr::eq(own.as_ptr(), &raw const **policy),
        }
    }

    /// Whether the policy is there no more.
    #[must_use]
    pub fn is_gone(&self) -> bool {
        matches!(self, Self::Shared(policy) if policy.strong_count() == 0)
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

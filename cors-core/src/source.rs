//! Where the policy of a route comes from.

use std::ops::Deref;
use std::sync::{Arc, LazyLock};

use crate::constant::RouteBeside;
use crate::policy::{Checked, Policy};
#[cfg(feature = "reload")]
use crate::reload::ReloadablePolicy;

/// The policy that decides one request.
#[derive(Debug, Clone)]
pub enum PolicyRef<'p> {
    /// One that stays.
    Borrowed(&'p Policy),
    /// One that can be replaced meanwhile.
    Shared(Arc<Policy>),
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

/// What `policy = …` names.
#[doc(hidden)]
#[derive(Clone, Copy)]
pub enum Source {
    /// A `const` or `static`.
    Literal(&'static Policy),
    /// A `static` that is made when it is needed first.
    Lazy(&'static LazyLock<Policy>),
    /// A function.
    Function(&'static (dyn Fn() -> &'static Policy + Sync)),
    /// A `static` that can be replaced.
    #[cfg(feature = "reload")]
    Reloadable(&'static ReloadablePolicy),
}

impl Source {
    /// The policy at this moment.
    pub(crate) fn policy(self) -> PolicyRef<'static> {
        match self {
            Self::Literal(policy) => PolicyRef::Borrowed(policy),
            Self::Lazy(policy) => PolicyRef::Borrowed(policy),
            Self::Function(policy) => PolicyRef::Borrowed(policy()),
            #[cfg(feature = "reload")]
            Self::Reloadable(policy) => policy.load(),
        }
    }

    /// Whether both are the same at every moment.
    pub(crate) fn is_as(self, other: Self) -> bool {
        match (self, other) {
            #[cfg(feature = "reload")]
            (Self::Reloadable(left), Self::Reloadable(right)) => std::ptr::eq(left, right),
            #[cfg(feature = "reload")]
            (Self::Reloadable(_), _) | (_, Self::Reloadable(_)) => false,
            _ => self.policy() == other.policy(),
        }
    }
}

/// What stands behind `policy = …`, by its type: constants cannot ask a trait.
#[doc(hidden)]
#[derive(Debug)]
pub struct Named<T: 'static>(pub &'static T);

impl Named<Policy> {
    /// The parts from which another policy is made.
    #[must_use]
    pub const fn checked(self) -> Checked {
        self.0.checked()
    }

    /// See [`Policy::check_on`].
    pub const fn check_on(self, route: RouteBeside) {
        self.0.check_on(route);
    }

    /// The source of the policy.
    #[must_use]
    pub const fn source(self) -> Source {
        Source::Literal(self.0)
    }
}

/// What comes at run time is checked there.
impl Named<LazyLock<Policy>> {
    /// Nothing is known while compiling.
    pub const fn check_on(self, _: RouteBeside) {}

    /// The source of the policy.
    #[must_use]
    pub const fn source(self) -> Source {
        Source::Lazy(self.0)
    }
}

#[cfg(feature = "reload")]
impl Named<ReloadablePolicy> {
    /// Nothing is known while compiling.
    pub const fn check_on(self, _: RouteBeside) {}

    /// The source of the policy.
    #[must_use]
    pub const fn source(self) -> Source {
        Source::Reloadable(self.0)
    }
}

impl<F: Fn() -> &'static Policy + Sync> Named<F> {
    /// Nothing is known while compiling.
    pub const fn check_on(self, _: RouteBeside) {}

    /// The source of the policy.
    #[must_use]
    pub const fn source(self) -> Source {
        Source::Function(self.0)
    }
}

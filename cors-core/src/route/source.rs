//! Sources of the policy of a route.

use std::any::TypeId;
use std::sync::LazyLock;

use crate::const_eval::ConstRoute;
use crate::error::{MistakeKind, const_panic};
use crate::policy::{Policy, PolicyRef, StaticPolicy};
#[cfg(feature = "reload")]
use crate::route::reload::ReloadablePolicy;

/// The item that `policy = …` names.
#[doc(hidden)]
#[derive(Clone, Copy)]
pub enum PolicySource {
    /// A `const` or `static`.
    Literal(&'static Policy),
    /// A `static` that is made on first use.
    Lazy(&'static LazyLock<Policy>),
    Function(&'static dyn PolicyFn),
    /// A `static` that can be replaced.
    #[cfg(feature = "reload")]
    Reloadable(&'static ReloadablePolicy),
}

impl PolicySource {
    /// Returns the current policy.
    pub(crate) fn policy(self) -> PolicyRef<'static> {
        match self {
            Self::Literal(policy) => PolicyRef::Borrowed(policy),
            Self::Lazy(policy) => PolicyRef::Borrowed(policy),
            Self::Function(policy) => PolicyRef::Borrowed(policy.lookup()),
            #[cfg(feature = "reload")]
            Self::Reloadable(policy) => policy.load(),
        }
    }

    /// Reports whether the policy never changes.
    pub(crate) const fn is_constant(self) -> bool {
        matches!(self, Self::Literal(_) | Self::Lazy(_))
    }

    /// Reports whether both sources always yield the same policy.
    pub(crate) fn is_as(self, other: Self) -> bool {
        match (self, other) {
            #[cfg(feature = "reload")]
            (Self::Reloadable(left), Self::Reloadable(right)) => std::ptr::eq(left, right),
            #[cfg(feature = "reload")]
            (Self::Reloadable(_), _) | (_, Self::Reloadable(_)) => false,
            (Self::Function(left), Self::Function(right)) => left.is_as(right),
            (Self::Function(_), _) | (_, Self::Function(_)) => false,
            _ => self.policy() == other.policy(),
        }
    }
}

/// A function that returns a policy.
#[doc(hidden)]
pub trait PolicyFn: Sync + 'static {
    /// Returns the current policy.
    fn lookup(&self) -> &'static Policy;

    /// Returns the type, which is different for each function.
    fn type_id(&self) -> TypeId {
        TypeId::of::<Self>()
    }
}

impl dyn PolicyFn {
    /// Reports whether both are the same function. Zero-sized functions are distinguished by type alone, since their
    /// addresses mean nothing.
    fn is_as(&self, other: &Self) -> bool {
        let is_at = |lookup: &Self| std::ptr::from_ref(lookup).addr();
        self.type_id() == other.type_id() && (size_of_val(self) == 0 || is_at(self) == is_at(other))
    }
}

#[diagnostic::do_not_recommend]
impl<F: Fn() -> &'static Policy + Sync + 'static> PolicyFn for F {
    fn lookup(&self) -> &'static Policy {
        self()
    }
}

/// An item that `policy = …` can name.
///
/// Const evaluation cannot call the methods of a trait, but it can read a constant. So the kind of a policy is a
/// constant, and the functions are inherent methods of its type.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a policy; name a `const` or `static` of type `Policy`, a `static` of type `LazyLock<Policy>`, or a function that returns `&'static Policy`",
    label = "this is not a policy"
)]
#[allow(missing_docs, reason = "named only by expansions")]
pub trait PolicyItem: 'static {
    type Kind;
    const KIND: Self::Kind;
}

/// Returns the kind of a policy.
#[doc(hidden)]
#[must_use]
pub const fn kind<T: PolicyItem>(_: &'static T) -> T::Kind {
    T::KIND
}

/// The kind of a policy whose value is known at compile time.
#[doc(hidden)]
#[derive(Debug, Clone, Copy)]
pub struct Literal;

impl PolicyItem for Policy {
    type Kind = Literal;
    const KIND: Literal = Literal;
}

impl Literal {
    /// Returns the parts, from which another policy is derived.
    #[must_use]
    pub const fn checked(self, policy: &'static Policy) -> StaticPolicy {
        policy.checked()
    }

    /// Returns the source of the policy of a route, after [`Policy::check_on`].
    #[must_use]
    #[track_caller]
    pub const fn source(self, policy: &'static Policy, route: ConstRoute) -> PolicySource {
        policy.check_on(route);
        PolicySource::Literal(policy)
    }
}

/// Defines the kind of a policy made at run time. The rules check such a policy at run time, and no other policy can
/// derive from it.
macro_rules! at_run_time {
    ($(#[$attribute:meta])* $kind:ident, $of:ty, [$($parameter:tt)*], $source:path) => {
        $(#[$attribute])*
        #[doc(hidden)]
        #[derive(Debug, Clone, Copy)]
        pub struct $kind;

        $(#[$attribute])*
        #[diagnostic::do_not_recommend]
        impl<$($parameter)*> PolicyItem for $of {
            type Kind = $kind;
            const KIND: $kind = $kind;
        }

        $(#[$attribute])*
        impl $kind {
            /// Stops the compilation, since no policy can derive from this one.
            #[track_caller]
            pub const fn checked<T>(self, _: &'static T) -> StaticPolicy {
                const_panic(MistakeKind::PolicyAtRunTime, "")
            }

            /// Returns the source of the policy. Nothing about the policy is known at compile time.
            #[must_use]
            pub const fn source<$($parameter)*>(self, policy: &'static $of, _: ConstRoute) -> PolicySource {
                $source(policy)
            }
        }
    };
}

at_run_time!(Lazy, LazyLock<Policy>, [], PolicySource::Lazy);
at_run_time!(Function, F, [F: PolicyFn], PolicySource::Function);
at_run_time!(
    #[cfg(feature = "reload")]
    Reloadable,
    ReloadablePolicy,
    [],
    PolicySource::Reloadable
);

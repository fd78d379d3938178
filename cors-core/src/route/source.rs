//! Sources of the policy of a route.

use std::any::TypeId;
use std::sync::LazyLock;

use crate::const_eval::ConstRoute;
use crate::error::{MistakeKind, const_panic};
use crate::policy::{Policy, PolicyRef, Repr, StaticPolicy};
#[cfg(feature = "reload")]
use crate::route::reload::ReloadablePolicy;

/// The item that `policy = …` names.
#[doc(hidden)]
#[derive(Clone, Copy)]
pub enum PolicySource {
    /// A `const` or `static` of type `Policy`.
    Static(&'static Policy),
    /// Any other item.
    RunTime(&'static dyn RunTimePolicy),
}

impl PolicySource {
    /// Returns the current policy.
    pub(crate) fn policy(self) -> PolicyRef<'static> {
        match self {
            Self::Static(policy) => PolicyRef::Borrowed(policy),
            Self::RunTime(policy) => policy.current(),
        }
    }

    /// Reports whether the policy never changes.
    pub(crate) fn is_constant(self) -> bool {
        match self {
            Self::Static(_) => true,
            Self::RunTime(policy) => policy.is_constant(),
        }
    }
}

/// Reports whether both sources always yield the same policy.
impl PartialEq for PolicySource {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            _ if self.is_constant() && other.is_constant() => self.policy() == other.policy(),
            (Self::RunTime(left), Self::RunTime(right)) => left.is_same_item(*right),
            _ => false,
        }
    }
}

/// An item that yields a policy while the application runs.
#[doc(hidden)]
pub trait RunTimePolicy: Sync + 'static {
    /// Returns the current policy.
    fn current(&'static self) -> PolicyRef<'static>;

    /// Reports whether the policy never changes.
    fn is_constant(&self) -> bool {
        false
    }

    /// Returns the type, which is different for each function.
    fn type_id(&self) -> TypeId {
        TypeId::of::<Self>()
    }
}

impl dyn RunTimePolicy {
    /// Reports whether both are the same item. Zero-sized functions are distinguished by type alone, since their
    /// addresses mean nothing.
    fn is_same_item(&self, other: &Self) -> bool {
        let is_at = |item: &Self| std::ptr::from_ref(item).addr();
        self.type_id() == other.type_id() && (size_of_val(self) == 0 || is_at(self) == is_at(other))
    }
}

impl RunTimePolicy for LazyLock<Policy> {
    fn current(&'static self) -> PolicyRef<'static> {
        PolicyRef::Borrowed(self)
    }

    fn is_constant(&self) -> bool {
        true
    }
}

#[cfg(feature = "reload")]
impl RunTimePolicy for ReloadablePolicy {
    fn current(&'static self) -> PolicyRef<'static> {
        self.load()
    }
}

#[diagnostic::do_not_recommend]
impl<F: Fn() -> &'static Policy + Sync + 'static> RunTimePolicy for F {
    fn current(&'static self) -> PolicyRef<'static> {
        PolicyRef::Borrowed(self())
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
pub struct StaticKind;

impl PolicyItem for Policy {
    type Kind = StaticKind;
    const KIND: StaticKind = StaticKind;
}

impl StaticKind {
    /// Returns the parts, from which another policy is derived.
    #[must_use]
    #[track_caller]
    pub const fn parts(self, policy: &'static Policy) -> StaticPolicy {
        match &policy.__repr {
            Repr::Static(parts) => *parts,
            // A constant cannot be on the heap.
            Repr::Shared(_) => const_panic(MistakeKind::PolicyAtRunTime, ""),
        }
    }

    /// Returns the source of the policy of a route, after [`Policy::check_on`].
    #[must_use]
    #[track_caller]
    pub const fn source(self, policy: &'static Policy, route: ConstRoute) -> PolicySource {
        policy.check_on(route);
        PolicySource::Static(policy)
    }
}

/// The kind of a policy made at run time. The rules check such a policy at run time.
#[doc(hidden)]
#[derive(Debug, Clone, Copy)]
pub struct RunTimeKind;

#[diagnostic::do_not_recommend]
impl<T: RunTimePolicy> PolicyItem for T {
    type Kind = RunTimeKind;
    const KIND: RunTimeKind = RunTimeKind;
}

impl RunTimeKind {
    /// Stops the compilation, since no policy can derive from this one.
    #[track_caller]
    pub const fn parts<T>(self, _: &'static T) -> StaticPolicy {
        const_panic(MistakeKind::PolicyAtRunTime, "")
    }

    /// Returns the source of the policy. Nothing about the policy is known at compile time.
    #[must_use]
    pub const fn source<T: RunTimePolicy>(self, policy: &'static T, _: ConstRoute) -> PolicySource {
        PolicySource::RunTime(policy)
    }
}

//! The policy of responses without a policy of their own.

use std::fmt;
use std::sync::{Arc, LazyLock};

use crate::decision::{Decision, Request, RouteMethods};
use crate::policy::{Policy, PolicyRef};
#[cfg(feature = "reload")]
use crate::route::reload::ReloadablePolicy;
use crate::route::state::OwnerState;

/// The policy of an application's other routes, which are not annotated, of its error pages, and of paths without a
/// route.
///
/// It is made from a [`Policy`] or `&'static Policy`, from a `&'static LazyLock<Policy>`, from a function that returns
/// a `&'static Policy`, or from a `&'static ReloadablePolicy`. It has no route, so it allows the methods that the
/// policy lists, or else the [CORS-safelisted](https://fetch.spec.whatwg.org/#cors-safelisted-method) ones. `"*"` allows every
/// method. Clones are the same policy, which warns of removed headers once.
///
/// ```
/// # use cors_core::{DefaultPolicy, Policy};
///
/// let policy = Policy::builder().origins(["https://app.example.com"]).methods(["*"]).build()?;
/// let default = DefaultPolicy::from(policy);
/// assert_eq!(default.policy().to_string(), r#"origins = ["https://app.example.com"], methods = ["*"]"#);
/// # Ok::<(), cors_core::PolicyError>(())
/// ```
#[derive(Clone)]
pub struct DefaultPolicy(Arc<DefaultPolicyInner>);

/// The part that clones share, so that they warn once.
struct DefaultPolicyInner {
    /// Returns the current policy.
    policy: Box<dyn Fn() -> PolicyRef<'static> + Send + Sync>,
    state: OwnerState,
}

impl DefaultPolicy {
    fn of(policy: impl Fn() -> PolicyRef<'static> + Send + Sync + 'static) -> Self {
        Self(Arc::new(DefaultPolicyInner { policy: Box::new(policy), state: OwnerState::new() }))
    }

    /// Returns the current policy.
    #[must_use]
    pub fn policy(&self) -> PolicyRef<'static> {
        (self.0.policy)()
    }

    /// Decides `request`. A predicate is not called, and counts as a refusal of every origin.
    ///
    /// A preflight for a method that the policy does not allow is passed on.
    ///
    /// ```
    /// # use cors_core::{DefaultPolicy, FieldLines, Policy, Request};
    ///
    /// let default = DefaultPolicy::from(Policy::builder().origins(["https://app.example.com"]).build()?);
    /// let origin = FieldLines::One(b"https://app.example.com");
    /// let decision = default.decide(&Request { method: b"GET", origin, ..Request::default() });
    /// assert!(decision.headers().allow_origin().is_some());
    /// # Ok::<(), cors_core::PolicyError>(())
    /// ```
    #[must_use]
    pub fn decide(&self, request: &Request<'_>) -> Decision<'static> {
        request.decide(self.policy(), RouteMethods::NoRoute, false)
    }

    /// Reports whether the current policy asks a predicate, which takes the whole head of a request.
    #[doc(hidden)]
    #[must_use]
    pub fn has_predicate(&self) -> bool {
        self.policy().origins().predicate().is_some()
    }

    /// Reports whether `other` is this default policy or a clone of it.
    #[doc(hidden)]
    #[must_use]
    pub fn ptr_eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }

    pub(super) fn state(&self) -> &OwnerState {
        &self.0.state
    }
}

/// A value from which a [`DefaultPolicy`] can be made. Every type that is `Into<DefaultPolicy>` implements this trait.
///
/// The trait replaces that bound in signatures, because the bound's error message would name only the trait of a
/// function.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a policy; write a `Policy`, a `&'static LazyLock<Policy>` or a function that returns `&'static Policy`; \
               a builder becomes one with `.build()?`, a `Config` with `Policy::try_from(…)?`, and a `Result` with `?`",
    label = "this is not a policy"
)]
pub trait IntoDefaultPolicy: Into<DefaultPolicy> {}

#[diagnostic::do_not_recommend]
impl<T: Into<DefaultPolicy>> IntoDefaultPolicy for T {}

impl From<Policy> for DefaultPolicy {
    fn from(policy: Policy) -> Self {
        let policy = Arc::new(policy);
        Self::of(move || PolicyRef::Shared(Arc::clone(&policy)))
    }
}

impl From<&'static Policy> for DefaultPolicy {
    fn from(policy: &'static Policy) -> Self {
        Self::of(move || PolicyRef::Borrowed(policy))
    }
}

impl From<&'static LazyLock<Policy>> for DefaultPolicy {
    fn from(policy: &'static LazyLock<Policy>) -> Self {
        Self::of(move || PolicyRef::Borrowed(policy))
    }
}

impl<F: Fn() -> &'static Policy + Send + Sync + 'static> From<F> for DefaultPolicy {
    fn from(policy: F) -> Self {
        Self::of(move || PolicyRef::Borrowed(policy()))
    }
}

#[cfg(feature = "reload")]
impl From<&'static ReloadablePolicy> for DefaultPolicy {
    fn from(policy: &'static ReloadablePolicy) -> Self {
        Self::of(|| policy.load())
    }
}

impl fmt::Debug for DefaultPolicy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("DefaultPolicy").field(&self.policy()).finish()
    }
}

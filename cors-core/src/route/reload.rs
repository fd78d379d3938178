//! A policy that is replaced while it is in use.

use std::sync::Arc;

use arc_swap::ArcSwapOption;

use crate::policy::{Policy, PolicyRef};

/// A policy that can be replaced while requests are served.
///
/// Each request is decided by exactly one policy. [`store`](Self::store) never blocks.
///
/// ```
/// # use cors_core::{Policy, ReloadablePolicy};
///
/// // Closed until the configuration is read.
/// static LIVE: ReloadablePolicy = ReloadablePolicy::new(Policy::SAME_ORIGIN);
///
/// LIVE.store(Policy::builder().origins(["https://app.example.com"]).build()?);
/// assert_eq!(LIVE.load().to_string(), r#"origins = ["https://app.example.com"]"#);
/// # Ok::<(), cors_core::PolicyError>(())
/// ```
#[derive(Debug)]
pub struct ReloadablePolicy {
    initial: Policy,
    /// The policy that was stored last.
    current: ArcSwapOption<Policy>,
}

impl ReloadablePolicy {
    /// Starts with the policy `initial`.
    #[must_use]
    pub const fn new(initial: Policy) -> Self {
        Self { initial, current: ArcSwapOption::const_empty() }
    }

    /// Replaces the policy for all requests that are not decided yet.
    pub fn store(&self, policy: Policy) {
        self.current.store(Some(Arc::new(policy)));
    }

    /// Returns the current policy.
    #[must_use]
    pub fn load(&self) -> PolicyRef<'_> {
        match self.current.load_full() {
            Some(policy) => PolicyRef::Shared(policy),
            None => PolicyRef::Borrowed(&self.initial),
        }
    }
}

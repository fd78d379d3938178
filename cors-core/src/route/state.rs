//! The state that the owner of a policy keeps between its responses.

use std::sync::atomic::{AtomicBool, Ordering};

#[cfg(feature = "http")]
use {
    crate::header::PreparedMaps,
    crate::policy::{PolicyId, PolicyRef},
    std::sync::OnceLock,
};

/// The state of a route, or of an application with a default policy.
#[derive(Debug)]
pub(crate) struct OwnerState {
    /// Set once the warning about removed headers was logged.
    warned: AtomicBool,
    /// The prepared headers of the policy that decided first. A function or a reload may yield another one later.
    #[cfg(feature = "http")]
    prepared: OnceLock<Box<(PolicyId, PreparedMaps)>>,
}

impl OwnerState {
    pub(crate) const fn new() -> Self {
        Self {
            warned: AtomicBool::new(false),
            #[cfg(feature = "http")]
            prepared: OnceLock::new(),
        }
    }

    /// Marks the warning as logged. Reports whether it was not before.
    pub(crate) fn first_warning(&self) -> bool {
        !self.warned.swap(true, Ordering::Relaxed)
    }

    /// Returns the prepared headers of `policy`, unless another policy decided first.
    #[cfg(feature = "http")]
    pub(crate) fn prepared_maps(&self, policy: &PolicyRef<'static>) -> Option<&PreparedMaps> {
        let (first, prepared) = &**self.prepared.get_or_init(|| Box::new((policy.id(), Default::default())));
        first.is_of(policy).then_some(prepared)
    }
}

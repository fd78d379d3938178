//! The parts of a policy, in the program or on the heap.

use std::sync::Arc;

use crate::policy::origins::{SharedOrigins, StaticOrigins};

/// The parts of a policy, by where they are stored.
#[doc(hidden)]
#[derive(Debug, Clone)]
#[allow(missing_docs, reason = "named only by expansions")]
pub enum Repr {
    /// In the program.
    Static(StaticPolicy),
    /// On the heap.
    Shared(Arc<SharedPolicy>),
}

/// The parts of a policy that a macro has checked, each as it is sent. The value of a header that is not sent is empty.
#[doc(hidden)]
#[derive(Debug, Clone, Copy)]
#[allow(missing_docs, reason = "named only by expansions")]
pub struct StaticPolicy {
    pub origins: StaticOrigins,
    /// `None` allows every method that the route serves.
    pub methods: Option<&'static str>,
    pub allow_headers: &'static str,
    pub expose_headers: &'static str,
    pub credentials: bool,
    pub max_age: &'static str,
    /// The accepted dangers, separated by `", "`.
    pub dangerously_allow: &'static str,
}

/// The parts of a policy that was made at run time, each as it is sent.
#[doc(hidden)]
#[derive(Debug)]
pub struct SharedPolicy {
    pub(crate) origins: SharedOrigins,
    pub(crate) methods: Option<String>,
    pub(crate) allow_headers: String,
    pub(crate) expose_headers: String,
    pub(crate) credentials: bool,
    pub(crate) max_age: String,
    pub(crate) dangerously_allow: String,
    #[cfg(feature = "http")]
    pub(crate) prepared: crate::header::PreparedMaps,
}

impl StaticPolicy {
    /// The parts of [`Policy::SAME_ORIGIN`].
    pub const SAME_ORIGIN: Self = Self {
        origins: StaticOrigins::SameOrigin,
        methods: None,
        allow_headers: "",
        expose_headers: "",
        credentials: false,
        max_age: "",
        dangerously_allow: "",
    };

    /// The parts of [`Policy::PUBLIC`]. The methods are `*`, because a default policy without methods allows only the
    /// CORS-safelisted ones.
    pub const PUBLIC: Self = Self {
        origins: StaticOrigins::Any,
        methods: Some("*"),
        allow_headers: "*, authorization",
        expose_headers: "*",
        ..Self::SAME_ORIGIN
    };
}

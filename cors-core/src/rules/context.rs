//! The context in which a policy is checked.

/// The properties of a route that the rules depend on.
#[doc(hidden)]
#[derive(Debug, Clone, Copy)]
pub struct RouteContext<'a> {
    /// The methods that the route serves. `None` on frameworks without route attributes, where only the router knows them, so
    /// that no method of the policy is compared with them.
    pub methods: Option<&'a [&'a str]>,
    /// Set if the handler of `GET` answers `HEAD`, as on Rocket and axum.
    pub head_follows_get: bool,
    /// The type of the body that the route takes, such as `JSON`, if browsers send its `Content-Type` only when
    /// allowed.
    pub body: Option<&'a str>,
}

/// The context of a check, beside the keys of the policy.
#[doc(hidden)]
#[derive(Debug, Clone, Copy, Default)]
#[allow(missing_docs, reason = "named only by cors-macros")]
pub struct CheckContext<'a> {
    pub route: Option<RouteContext<'a>>,
    pub enforce: Option<&'a str>,
    /// Set if missing keys are set elsewhere.
    pub is_partial: bool,
    pub more_origins: MoreOrigins,
    /// Set if the route is for its own origin. The policy then need not keep a method for other origins.
    pub is_same_origin: bool,
}

impl CheckContext<'_> {
    pub(crate) fn has_more_origins(&self) -> bool {
        self.more_origins != MoreOrigins::None
    }
}

/// Origins of the policy whose value is not known here.
#[doc(hidden)]
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum MoreOrigins {
    /// There are none.
    #[default]
    None,
    /// Constants, which are exact origins, or those that a predicate allows.
    Exact,
    /// Entries that are not read, which may be patterns.
    Unread,
}

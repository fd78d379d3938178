//! The context in which a policy is checked.

/// What the rules need to know of the route that a policy hangs on.
#[doc(hidden)]
#[derive(Debug, Clone, Copy)]
pub struct RouteContext<'a> {
    /// The methods that the route serves. `None` on frameworks without route attributes, where only the router knows them, so
    /// that no method of the policy is compared with them.
    pub methods: Option<&'a [&'a str]>,
    /// Rocket answers `HEAD` through the `GET` route.
    pub head_follows_get: bool,
    /// What the route takes as body, such as `JSON`, if browsers send its `Content-Type` only when allowed.
    pub body: Option<&'a str>,
}

/// What the rules need to know beside the keys.
#[doc(hidden)]
#[derive(Debug, Clone, Copy, Default)]
#[allow(missing_docs, reason = "named only by cors-macros")]
pub struct CheckContext<'a> {
    pub route: Option<RouteContext<'a>>,
    pub enforce: Option<&'a str>,
    /// Whether keys that are missing here come from elsewhere.
    pub is_partial: bool,
    /// Whether there are origins whose value is not known here.
    pub has_more_origins: bool,
    /// The route is for its own origin, so nothing has to be left of it for others.
    pub is_same_origin: bool,
}

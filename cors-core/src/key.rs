//! The keys of a policy.

/// A key of a policy, or of the route that a policy applies to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Key {
    /// `origins`
    Origins,
    /// `methods`
    Methods,
    /// `allow_headers`
    AllowHeaders,
    /// `expose_headers`
    ExposeHeaders,
    /// `credentials`
    Credentials,
    /// `max_age`
    MaxAge,
    /// `enforce`, which belongs to a route
    Enforce,
    /// `dangerously_allow`
    DangerouslyAllow,
}

impl Key {
    /// Every key, in the order in which mistakes are reported.
    pub const ALL: &[Self] = &[
        Self::Origins,
        Self::Methods,
        Self::AllowHeaders,
        Self::ExposeHeaders,
        Self::Credentials,
        Self::MaxAge,
        Self::Enforce,
        Self::DangerouslyAllow,
    ];

    /// Returns the key as written in the attribute.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Origins => "origins",
            Self::Methods => "methods",
            Self::AllowHeaders => "allow_headers",
            Self::ExposeHeaders => "expose_headers",
            Self::Credentials => "credentials",
            Self::MaxAge => "max_age",
            Self::Enforce => "enforce",
            Self::DangerouslyAllow => "dangerously_allow",
        }
    }
}

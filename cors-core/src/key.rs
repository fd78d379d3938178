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

    /// Returns the name, an example of a value, and whether the key is about the policy alone.
    const fn row(self) -> (&'static str, &'static str, bool) {
        match self {
            Self::Origins => ("origins", "[\"https://app.example.com\"]", true),
            Self::Methods => ("methods", "[\"PUT\"]", false),
            Self::AllowHeaders => ("allow_headers", "[\"content-type\"]", true),
            Self::ExposeHeaders => ("expose_headers", "[\"etag\"]", true),
            Self::Credentials => ("credentials", "true", true),
            Self::MaxAge => ("max_age", "\"10m\"", true),
            Self::Enforce => ("enforce", "\"unsafe_methods\"", false),
            Self::DangerouslyAllow => ("dangerously_allow", "[\"insecure_origins\"]", true),
        }
    }

    /// Returns the key as written in the attribute.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        self.row().0
    }

    /// Returns the name of the variable that sets the key.
    pub(crate) fn variable(self, prefix: &str) -> String {
        format!("{prefix}_{}", self.as_str().to_ascii_uppercase())
    }

    /// Reports whether the value is a list of strings.
    #[doc(hidden)]
    #[must_use]
    pub const fn takes_list(self) -> bool {
        !matches!(self, Self::Credentials | Self::MaxAge | Self::Enforce)
    }

    /// Returns a value in the syntax of the attribute, for messages.
    #[doc(hidden)]
    #[must_use]
    pub const fn example(self) -> &'static str {
        self.row().1
    }

    /// Reports whether the key is about the policy alone, and not about the route.
    #[doc(hidden)]
    #[must_use]
    pub const fn is_of_policy(self) -> bool {
        self.row().2
    }
}

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

    /// Returns the kind of the value.
    #[doc(hidden)]
    #[must_use]
    pub const fn value_kind(self) -> ValueKind {
        match self {
            Self::Origins
            | Self::Methods
            | Self::AllowHeaders
            | Self::ExposeHeaders
            | Self::DangerouslyAllow => ValueKind::List,
            Self::Credentials => ValueKind::Bool,
            Self::MaxAge => ValueKind::Duration,
            Self::Enforce => ValueKind::Word,
        }
    }

    /// Returns a value in the syntax of the attribute, for messages.
    #[doc(hidden)]
    #[must_use]
    pub const fn example(self) -> &'static str {
        match self {
            Self::Origins => "[\"https://app.example.com\"]",
            Self::Methods => "[\"PUT\"]",
            Self::AllowHeaders => "[\"content-type\"]",
            Self::ExposeHeaders => "[\"etag\"]",
            Self::Credentials => "true",
            Self::MaxAge => "\"10m\"",
            Self::Enforce => "\"unsafe_methods\"",
            Self::DangerouslyAllow => "[\"insecure_origins\"]",
        }
    }

    /// Reports whether the key is about the policy alone, and not about the route.
    #[doc(hidden)]
    #[must_use]
    pub const fn is_of_policy(self) -> bool {
        match self {
            Self::Origins
            | Self::AllowHeaders
            | Self::ExposeHeaders
            | Self::Credentials
            | Self::MaxAge
            | Self::DangerouslyAllow => true,
            Self::Methods | Self::Enforce => false,
        }
    }
}

/// The kind of the value of a key.
#[doc(hidden)]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ValueKind {
    /// A list of strings.
    List,
    /// `true` or `false`.
    Bool,
    /// Seconds, or text with a unit.
    Duration,
    /// One of a few strings.
    Word,
}

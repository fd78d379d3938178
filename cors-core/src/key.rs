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

    /// Returns the name, the kind of the value, an example of it, and whether the key is about the policy alone.
    const fn row(self) -> (&'static str, ValueKind, &'static str, bool) {
        use ValueKind::{Bool, Duration, List, Word};
        match self {
            Self::Origins => ("origins", List, "[\"https://app.example.com\"]", true),
            Self::Methods => ("methods", List, "[\"PUT\"]", false),
            Self::AllowHeaders => ("allow_headers", List, "[\"content-type\"]", true),
            Self::ExposeHeaders => ("expose_headers", List, "[\"etag\"]", true),
            Self::Credentials => ("credentials", Bool, "true", true),
            Self::MaxAge => ("max_age", Duration, "\"10m\"", true),
            Self::Enforce => ("enforce", Word, "\"unsafe_methods\"", false),
            Self::DangerouslyAllow => ("dangerously_allow", List, "[\"insecure_origins\"]", true),
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

    /// Returns the kind of the value.
    #[doc(hidden)]
    #[must_use]
    pub const fn value_kind(self) -> ValueKind {
        self.row().1
    }

    /// Returns a value in the syntax of the attribute, for messages.
    #[doc(hidden)]
    #[must_use]
    pub const fn example(self) -> &'static str {
        self.row().2
    }

    /// Reports whether the key is about the policy alone, and not about the route.
    #[doc(hidden)]
    #[must_use]
    pub const fn is_of_policy(self) -> bool {
        self.row().3
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

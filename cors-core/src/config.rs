//! What somebody wrote, before it is known to be a policy.

use crate::error::PolicyError;
use crate::max_age::MaxAge;
use crate::origin::OwnedOrigins;
use crate::policy::{Owned, Policy};
use crate::{allow_headers, allow_methods, danger, enforce, expose_headers, header_names, max_age, origins};

/// A policy as written: every field may still be wrong. [`Policy::try_from`] tells.
///
/// ```
/// use cors_core::{Config, Policy};
///
/// let mut config = Config::default();
/// config.origins = Some(vec!["https://app.example.com".to_owned()]);
/// config.credentials = true;
/// let policy = Policy::try_from(config).unwrap();
/// assert_eq!(policy.to_string(), "origins = [\"https://app.example.com\"], credentials = true");
/// ```
///
/// With the feature `serde` it can be deserialized from a map: an unknown key is an error, and a list can be one string. A
/// sequence is an error too, so formats that write structs as sequences, such as bincode and postcard, do not go.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Config {
    /// The origins to allow: exact ones, patterns, or `*` alone. Required.
    pub origins: Option<Vec<String>>,
    /// The methods to allow; `None` stands for all that the route serves.
    pub methods: Option<Vec<String>>,
    /// The request headers that scripts may send beyond the CORS-safelisted ones.
    pub allow_headers: Vec<String>,
    /// The response headers that scripts may read beyond the CORS-safelisted ones.
    pub expose_headers: Vec<String>,
    /// Whether requests may carry cookies, client certificates and HTTP authentication.
    pub credentials: bool,
    /// How long browsers may keep the answer to a preflight, 0 to 86400 seconds; they choose if it is `None`.
    pub max_age: Option<MaxAge>,
    /// The dangers that are taken knowingly: `insecure_origins`, `public_suffix_wildcards`, `null_origin`.
    pub dangerously_allow: Vec<String>,
}

/// The keys of a policy and of the route that it hangs on.
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
    /// `enforce`, of a route
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

    /// The key as it is written.
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

/// What the rules need to know of the route that a policy hangs on.
#[doc(hidden)]
#[derive(Debug, Clone, Copy)]
pub struct RouteFacts<'a> {
    /// The methods that the route serves.
    pub methods: &'a [&'a str],
    /// Rocket answers `HEAD` through the `GET` route.
    pub head_follows_get: bool,
    /// What the route takes as body, such as `JSON`, if browsers send its `Content-Type` only when allowed.
    pub body: Option<&'a str>,
}

/// What the rules need to know beside the keys.
#[doc(hidden)]
#[derive(Debug, Clone, Copy, Default)]
#[allow(missing_docs, reason = "named only by cors-macros")]
pub struct Scope<'a> {
    pub route: Option<RouteFacts<'a>>,
    pub enforce: Option<&'a str>,
    /// Whether keys that are missing here come from elsewhere.
    pub is_partial: bool,
    /// Whether there are origins whose value is not known here.
    pub has_more_origins: bool,
}

impl Config {
    /// Every mistake there is, on a route or on none.
    ///
    /// # Errors
    /// All mistakes together.
    #[doc(hidden)]
    pub fn check(&self, scope: &Scope<'_>) -> Result<(), PolicyError> {
        let mut mistakes = Vec::new();
        origins::check(self, scope, &mut mistakes);
        if let Some(methods) = &self.methods {
            allow_methods::check(methods, self.credentials, scope.route.as_ref(), &mut mistakes);
        }
        allow_headers::check(self, scope, &mut mistakes);
        expose_headers::check(self, &mut mistakes);
        if let Some(max_age) = &self.max_age {
            max_age::check(max_age, &mut mistakes);
        }
        enforce::check(scope.enforce, self, &mut mistakes);
        danger::check(self, scope, &mut mistakes);
        PolicyError::check(mistakes)
    }
}

impl TryFrom<Config> for Policy {
    type Error = PolicyError;

    fn try_from(config: Config) -> Result<Self, PolicyError> {
        config.check(&Scope::default())?;
        Ok(Self::from_owned(Owned {
            origins: OwnedOrigins::from_texts(config.origins.as_deref().unwrap_or_default()),
            methods: config.methods.map(|methods| methods.join(", ")),
            allow_headers: header_names::join(&config.allow_headers),
            expose_headers: header_names::join(&config.expose_headers),
            credentials: config.credentials,
            max_age: config
                .max_age
                .and_then(|max_age| max_age.seconds().ok())
                .map(|s| s.to_string())
                .unwrap_or_default(),
            dangerously_allow: config.dangerously_allow.join(", "),
            #[cfg(feature = "http")]
            prepared: crate::http::Prepared::default(),
        }))
    }
}

/// Builds a [`Policy`] in code; made by [`Policy::builder`].
///
/// ```
/// use cors_core::Policy;
///
/// let policy = Policy::builder()
///     .origins(["https://app.example.com", "https://*.preview.example.com"])
///     .allow_headers(["content-type"])
///     .credentials(true)
///     .max_age("10m")
///     .build()?;
/// # Ok::<(), cors_core::PolicyError>(())
/// ```
#[derive(Debug, Clone, Default)]
#[must_use]
pub struct Builder {
    config: Config,
}

impl Builder {
    /// The origins to allow: exact ones, patterns, or `*` alone.
    pub fn origins<T: Into<String>>(mut self, origins: impl IntoIterator<Item = T>) -> Self {
        self.config.origins = Some(owned(origins));
        self
    }

    /// The methods to allow. Without this, all that the route serves.
    pub fn methods<T: Into<String>>(mut self, methods: impl IntoIterator<Item = T>) -> Self {
        self.config.methods = Some(owned(methods));
        self
    }

    /// The request headers that scripts may send beyond the CORS-safelisted ones.
    pub fn allow_headers<T: Into<String>>(mut self, names: impl IntoIterator<Item = T>) -> Self {
        self.config.allow_headers = owned(names);
        self
    }

    /// The response headers that scripts may read beyond the CORS-safelisted ones.
    pub fn expose_headers<T: Into<String>>(mut self, names: impl IntoIterator<Item = T>) -> Self {
        self.config.expose_headers = owned(names);
        self
    }

    /// Whether requests may carry cookies.
    pub fn credentials(mut self, credentials: bool) -> Self {
        self.config.credentials = credentials;
        self
    }

    /// How long browsers may keep the answer to a preflight, 0 to 86400 seconds.
    pub fn max_age(mut self, max_age: impl Into<MaxAge>) -> Self {
        self.config.max_age = Some(max_age.into());
        self
    }

    /// The dangers that are taken knowingly.
    pub fn dangerously_allow<T: Into<String>>(mut self, dangers: impl IntoIterator<Item = T>) -> Self {
        self.config.dangerously_allow = owned(dangers);
        self
    }

    /// The policy.
    ///
    /// # Errors
    /// Every mistake, not only the first.
    pub fn build(self) -> Result<Policy, PolicyError> {
        self.config.try_into()
    }
}

fn owned<T: Into<String>>(texts: impl IntoIterator<Item = T>) -> Vec<String> {
    texts.into_iter().map(Into::into).collect()
}

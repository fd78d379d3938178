//! The builder of policies in code.

use crate::config::Config;
use crate::config::max_age::MaxAge;
use crate::error::PolicyError;
use crate::policy::Policy;

/// Builder of a [`Policy`] in code; [`Policy::builder`] starts one.
///
/// ```
/// # use cors_core::Policy;
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
pub struct PolicyBuilder {
    config: Config,
}

impl PolicyBuilder {
    /// Sets the origins to allow: exact ones, patterns, or `*` alone.
    pub fn origins<T: Into<String>>(mut self, origins: impl IntoIterator<Item = T>) -> Self {
        self.config.origins = Some(owned(origins));
        self
    }

    /// Sets the methods to allow. The default is every method that the route serves.
    pub fn methods<T: Into<String>>(mut self, methods: impl IntoIterator<Item = T>) -> Self {
        self.config.methods = Some(owned(methods));
        self
    }

    /// Sets the request headers that scripts may send beyond the CORS-safelisted ones.
    pub fn allow_headers<T: Into<String>>(mut self, names: impl IntoIterator<Item = T>) -> Self {
        self.config.allow_headers = owned(names);
        self
    }

    /// Sets the response headers that scripts may read beyond the CORS-safelisted ones.
    pub fn expose_headers<T: Into<String>>(mut self, names: impl IntoIterator<Item = T>) -> Self {
        self.config.expose_headers = owned(names);
        self
    }

    /// Sets whether requests may carry cookies, client certificates and HTTP authentication.
    pub fn credentials(mut self, credentials: bool) -> Self {
        self.config.credentials = credentials;
        self
    }

    /// Sets how long browsers may cache the preflight response, 0 to 86400 seconds.
    pub fn max_age(mut self, max_age: impl Into<MaxAge>) -> Self {
        self.config.max_age = Some(max_age.into());
        self
    }

    /// Sets the dangers that the policy accepts: `insecure_origins`, `public_suffix_wildcards`, `null_origin`.
    pub fn dangerously_allow<T: Into<String>>(mut self, dangers: impl IntoIterator<Item = T>) -> Self {
        self.config.dangerously_allow = owned(dangers);
        self
    }

    /// Builds the policy.
    ///
    /// # Errors
    /// Returns every mistake, not only the first.
    pub fn build(self) -> Result<Policy, PolicyError> {
        self.config.try_into()
    }
}

fn owned<T: Into<String>>(texts: impl IntoIterator<Item = T>) -> Vec<String> {
    texts.into_iter().map(Into::into).collect()
}

impl Policy {
    /// Starts a policy without any key.
    pub fn builder() -> PolicyBuilder {
        PolicyBuilder::default()
    }
}

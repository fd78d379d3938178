//! The rules that turn a [`Config`] into a [`Policy`], one file for each key.

pub(crate) mod allow_headers;
mod context;
mod danger;
mod enforce;
mod expose_headers;
mod header_names;
mod max_age;
pub(crate) mod methods;
mod origins;

use crate::config::{Config, MaxAge};
use crate::error::PolicyError;
use crate::policy::{Policy, SharedOrigins, SharedPolicy};
use crate::rules::allow_headers::check_allow_headers;
use crate::rules::danger::check_dangers;
use crate::rules::enforce::check_enforce;
use crate::rules::expose_headers::check_expose_headers;
use crate::rules::max_age::check_max_age;
use crate::rules::methods::check_methods;
use crate::rules::origins::check_origins;

pub use context::{CheckContext, MoreOrigins, RouteContext};

impl TryFrom<Config> for Policy {
    type Error = PolicyError;

    fn try_from(config: Config) -> Result<Self, PolicyError> {
        config.check(&CheckContext::default())?;
        Ok(Self::from_shared(SharedPolicy {
            origins: SharedOrigins::from_texts(config.origins.as_deref().unwrap_or_default()),
            methods: config.methods.map(|methods| methods.join(", ")),
            allow_headers: header_names::header_value(&config.allow_headers),
            expose_headers: header_names::header_value(&config.expose_headers),
            credentials: config.credentials,
            max_age: MaxAge::header_value(config.max_age.as_ref()),
            dangerously_allow: config.dangerously_allow.join(", "),
            #[cfg(feature = "http")]
            prepared: Default::default(),
        }))
    }
}

impl Config {
    /// Checks the policy, on a route or without one.
    ///
    /// # Errors
    /// Returns all mistakes together.
    #[doc(hidden)]
    pub fn check(&self, context: &CheckContext<'_>) -> Result<(), PolicyError> {
        let mut mistakes = Vec::new();
        check_origins(self, context, &mut mistakes);
        check_methods(self, context, &mut mistakes);
        check_allow_headers(self, context, &mut mistakes);
        check_expose_headers(self, &mut mistakes);
        check_max_age(self, &mut mistakes);
        check_enforce(self, context, &mut mistakes);
        check_dangers(self, context, &mut mistakes);
        PolicyError::of(mistakes)
    }
}

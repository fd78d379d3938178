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

use crate::config::Config;
use crate::error::PolicyError;
use crate::policy::{Policy, SharedOrigins, SharedPolicy};

pub use context::{CheckContext, RouteContext};

impl TryFrom<Config> for Policy {
    type Error = PolicyError;

    fn try_from(config: Config) -> Result<Self, PolicyError> {
        config.check(&CheckContext::default())?;
        Ok(Self::from_shared(SharedPolicy {
            origins: SharedOrigins::from_texts(config.origins.as_deref().unwrap_or_default()),
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
            prepared: crate::policy::Prepared::default(),
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
        origins::check(self, context, &mut mistakes);
        methods::check(self, context, &mut mistakes);
        allow_headers::check(self, context, &mut mistakes);
        expose_headers::check(self, &mut mistakes);
        if let Some(max_age) = &self.max_age {
            max_age::check(max_age, &mut mistakes);
        }
        enforce::check(context.enforce, self, context.route.as_ref(), &mut mistakes);
        danger::check(self, context, &mut mistakes);
        PolicyError::check(mistakes)
    }
}

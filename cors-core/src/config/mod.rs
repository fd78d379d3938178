//! Policies as written.

mod builder;
pub(crate) mod max_age;
#[cfg(feature = "serde")]
mod serde;

pub use builder::PolicyBuilder;
pub use max_age::MaxAge;

/// A policy as written. [`Policy::try_from`](crate::Policy) checks every field.
///
/// ```
/// # use cors_core::{Config, Policy};
///
/// let mut config = Config::default();
/// config.origins = Some(vec!["https://app.example.com".to_owned()]);
/// config.credentials = true;
/// let policy = Policy::try_from(config).unwrap();
/// assert_eq!(policy.to_string(), "origins = [\"https://app.example.com\"], credentials = true");
/// ```
///
/// With the feature `serde` it can be deserialized from a map. An unknown key is an error, and a list may be written as
/// one string. A sequence is an error too, so formats that write structs as sequences, such as bincode and postcard,
/// cannot be used.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Config {
    /// The origins to allow: exact ones, patterns, or `*` alone. Required.
    pub origins: Option<Vec<String>>,
    /// The methods to allow; `None` allows every method that the route serves.
    pub methods: Option<Vec<String>>,
    /// The request headers that scripts may send beyond the CORS-safelisted ones.
    pub allow_headers: Vec<String>,
    /// The response headers that scripts may read beyond the CORS-safelisted ones.
    pub expose_headers: Vec<String>,
    /// Permission for requests to carry cookies, client certificates and HTTP authentication.
    pub credentials: bool,
    /// How long browsers may cache the preflight response, 0 to 86400 seconds; `None` leaves the time to the browser.
    pub max_age: Option<MaxAge>,
    /// The dangers that the policy accepts: `insecure_origins`, `public_suffix_wildcards`, `null_origin`.
    pub dangerously_allow: Vec<String>,
}

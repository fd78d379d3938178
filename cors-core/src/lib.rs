//! The server's side of the CORS protocol: what somebody wrote ([`Config`]), the checked form of it ([`Policy`]), and
//! what it decides for a request ([`Decision`]).
//!
//! This crate does no I/O and knows no framework. Applications on actix-web or Rocket use `cors-actix` or
//! `cors-rocket`, which put a `#[cors(…)]` attribute on handlers; other frameworks can use a policy by
//! [`Policy::decide_alone`] or, with the feature `http`, `Policy::respond`.
//!
//! ```
//! use cors_core::Policy;
//!
//! let policy = Policy::builder()
//!     .origins(["https://app.example.com", "https://*.preview.example.com"])
//!     .methods(["GET", "PUT"])
//!     .allow_headers(["content-type"])
//!     .credentials(true)
//!     .build()?;
//!
//! // Every mistake is reported, with what to write instead.
//! let error = Policy::builder().origins(["https://App.example.com", "https://*.com"]).build().unwrap_err();
//! assert_eq!(error.mistakes().len(), 2);
//! # Ok::<(), cors_core::PolicyError>(())
//! ```
//!
//! The rules are those of the [Fetch Standard](https://fetch.spec.whatwg.org/#http-cors-protocol).
#![cfg_attr(
    feature = "browser",
    doc = "[How CORS works](guide::how_cors_works) explains them from the beginning."
)]
//! The [`guide`] has what goes beyond them.

mod allow_headers;
mod allow_methods;
#[cfg(feature = "browser")]
pub mod browser;
mod bytes;
mod config;
mod constant;
mod danger;
mod decision;
mod default_policy;
mod endpoint;
mod enforce;
mod env;
mod error;
mod expose_headers;
pub mod guide;
mod header_names;
#[cfg(feature = "http")]
mod http;
mod inventory;
mod join;
mod max_age;
mod nearest;
mod origin;
mod origins;
mod policy;
mod predicate;
#[cfg(feature = "reload")]
mod reload;
mod report;
mod request;
#[cfg(feature = "serde")]
mod serde;
mod served;
mod source;
mod text;
mod token;
mod vary;

pub use allow_methods::AllowMethods;
pub use config::{Builder, Config, Key};
pub use decision::{Answer, Decision, HeaderName, Headers, REFUSED, Value};
pub use default_policy::{DefaultPolicy, IntoDefaultPolicy};
pub use endpoint::Endpoint;
pub use error::{Fix, Mistake, MistakeKind, PolicyError};
#[cfg(feature = "http")]
pub use http::{Decoration, Response};
pub use inventory::{Inventory, InventoryRow};
pub use max_age::MaxAge;
pub use origin::{MAX_ORIGIN_LEN, Origin, Origins, Pattern};
pub use policy::Policy;
#[cfg(feature = "reload")]
pub use reload::ReloadablePolicy;
pub use request::{Lines, Request};
pub use source::PolicyRef;
pub use vary::Vary;

/// What the expansion of the attribute names. Not for others: it can change in any release.
#[doc(hidden)]
pub mod __private {
    pub use crate::allow_headers::is_safelisted_media_type;
    pub use crate::allow_methods::served_to_others;
    pub use crate::config::{RouteFacts, Scope};
    pub use crate::constant::{Constant, OriginItem, OriginText, RouteBeside, distinct, origin_kind, sorted};
    pub use crate::endpoint::Endpoint;
    pub use crate::enforce::Enforce;
    pub use crate::join::{join, joined_len, text};
    pub use crate::nearest::nearest;
    pub use crate::origin::{CheckedOrigins, Layout, Pattern, shorter_first};
    pub use crate::policy::{Checked, Parts, Policy};
    pub use crate::predicate::{Predicate, Question, Verdict, Waiting, caught, caught_async};
    pub use crate::report::of_nobody;
    #[cfg(feature = "reload")]
    pub use crate::source::Reloadable;
    pub use crate::source::{Function, Lazy, Literal, Lookup, Nameable, PolicyId, Source, kind};
    pub use crate::token::is_token;
    pub use std::borrow::Cow;
}

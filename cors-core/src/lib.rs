//! The server's side of the CORS protocol: a policy as written ([`Config`]), the checked policy ([`Policy`]), and its
//! decision for a request ([`Decision`]).
//!
//! This crate does no I/O and depends on no framework. Applications use `cors-actix`, `cors-axum` or `cors-rocket`, which have
//! the `#[cors(…)]` attribute for handlers, or the layer of `cors-tower`. Anything else can apply a policy by
//! [`Policy::decide_without_route`], as below, or with the feature `http` by `Policy::respond`, which does all of it.
//!
//! ```
//! use cors_core::{FieldLines, HeaderName, Policy, Request, Value};
//!
//! // Every mistake is reported, with what to write instead.
//! let error = Policy::builder().origins(["https://App.example.com", "https://*.com"]).build().unwrap_err();
//! assert_eq!(error.mistakes().len(), 2);
//!
//! let policy = Policy::builder()
//!     .origins(["https://app.example.com", "https://*.preview.example.com"])
//!     .methods(["GET", "PUT"])
//!     .credentials(true)
//!     .build()?;
//!
//! // The parts of a request that decide, as received.
//! let origin = "https://app.example.com";
//! let origin_lines = FieldLines::One(origin.as_bytes());
//! let request = Request { method: b"GET", origin: origin_lines, ..Request::default() };
//! let decision = policy.decide_without_route(&request);
//!
//! // A response with this status, the headers below and no body is made at once, for a preflight. Any other request is passed on.
//! assert_eq!(decision.status(), None);
//! let mut response = vec![("vary", "accept".to_owned()), ("access-control-allow-methods", "*".to_owned())];
//!
//! // Only a policy writes such headers.
//! response.retain(|(name, _)| !HeaderName::is_reserved(name));
//! for (name, value) in decision.headers().iter() {
//!     let value = match value {
//!         Value::Static(text) | Value::Borrowed(text) => text.to_owned(),
//!         Value::Owned(text) => text,
//!         Value::RequestOrigin => origin.to_owned(),
//!     };
//!     response.push((name.as_str(), value));
//! }
//! let vary = response.iter().filter(|(name, _)| *name == "vary").map(|(_, line)| line.as_bytes());
//! if let Some(line) = decision.headers().vary().missing_from(vary) {
//!     response.push(("vary", line.into_owned()));
//! }
//! let response: Vec<(&str, &str)> = response.iter().map(|(name, value)| (*name, value.as_str())).collect();
//! assert_eq!(
//!     response,
//!     [
//!         ("vary", "accept"),
//!         ("access-control-allow-origin", "https://app.example.com"),
//!         ("access-control-allow-credentials", "true"),
//!         ("vary", "Origin"),
//!     ]
//! );
//! # Ok::<(), cors_core::PolicyError>(())
//! ```
//!
//! The rules are those of the [Fetch Standard](https://fetch.spec.whatwg.org/#http-cors-protocol).
//! `cors-browser` explains the protocol [from the beginning](https://docs.rs/cors-browser/latest/cors_browser/guide/how_cors_works/),
//! and has a model of a browser for tests.
//! The [`guide`] explains the features of policies.
//!
//! # Features
//!
//! None is on by default.
//!
//! | feature | adds |
//! |---|---|
//! | `http` | `http`: decisions in the types of the `http` crate, for frameworks that are built on it |
//! | `reload` | `ReloadablePolicy`, which is replaced while requests are served ([reloading](guide::reload)) |
//! | `serde` | `Config` and `Policy` from files and other sources that serde reads, which have to write them as maps |

#![cfg_attr(docsrs, feature(doc_cfg))]

mod adapter;
mod config;
mod const_eval;
mod decision;
mod editor;
mod env;
mod error;
mod explain;
pub mod guide;
mod header;
#[cfg(feature = "http")]
pub mod http;
mod key;
mod missing_functions;
mod origin;
mod policy;
mod route;
mod rules;
mod syntax;

pub use config::{Config, MaxAge, PolicyBuilder};
pub use decision::{Decision, FieldLines, Headers, Request};
pub use error::{Fix, Mistake, PolicyError};
pub use header::{HeaderName, Value, Vary};
pub use key::Key;
pub use origin::Origin;
pub use policy::{AllowMethods, Origins, Policy, PolicyRef};
#[cfg(feature = "reload")]
pub use route::ReloadablePolicy;
pub use route::{DefaultPolicy, IntoDefaultPolicy, Inventory, InventoryRow};

/// Items for adapters of frameworks. They can change in any release.
#[doc(hidden)]
pub mod __adapter {
    pub use crate::adapter::{
        Adapter, Level, PredicateError, PredicateResult, RequestHead, RequestHeader, ResponseHead,
    };
    pub use crate::decision::predicate::{AsyncOutput, PredicateFn, PredicateOutput, SendFuture};
    pub use crate::decision::{DecisionStep, MaybeReady, is_preflight};
    pub use crate::explain::{Unanswered, log_line, unanswered_preflight, warn_of_hidden_cors};
    pub use crate::header::replace::replace;
    #[cfg(feature = "http")]
    pub use crate::http::HttpHead;
    pub use crate::policy::PolicyId;
    pub use crate::route::{Endpoint, NamedEndpoint, Owner};
}

/// Items for the macros while they expand an attribute. They can change in any release.
#[doc(hidden)]
pub mod __macros {
    pub use crate::error::MistakeKind;
    pub use crate::policy::origins::by_length;
    pub use crate::rules::allow_headers::includes_safelisted_media_type;
    pub use crate::rules::methods::served_to_others;
    pub use crate::rules::{CheckContext, MoreOrigins, RouteContext};
    pub use crate::syntax::list::quoted;
    pub use crate::syntax::nearest::nearest;
    pub use crate::syntax::token::is_token;
}

/// Items for expansions of the attribute, and `is_pattern` and `matches` for tests. They can change in any release.
#[doc(hidden)]
pub mod __private {
    pub use crate::const_eval::sort::DistinctOrigins;
    pub use crate::const_eval::{ConstRoute, OriginItem, OriginText, origin_kind};
    pub use crate::decision::predicate::{AsyncOutput, PredicateOutput, async_output, output};
    pub use crate::origin::{is_pattern, matches};
    pub use crate::policy::{Enforce, Policy, Predicate, Repr, StaticOrigins, StaticPolicy};
    pub use crate::route::source::{PolicyItem, RunTimeKind, RunTimePolicy, StaticKind, kind};
    pub use crate::route::{Endpoint, NamedEndpoint, PolicySource};
    pub use crate::syntax::list::{join, joined_len, text};
    // Under another name than its own, which the compiler suggests to import where `crate = …` names nothing, in a second error.
    pub use std::boxed::Box as Boxed;

    pub mod keys {
        pub use crate::editor::*;
    }
}

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
mod readme {}

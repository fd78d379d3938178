//! The browser's side of the CORS protocol: a model of the requests that a browser sends, and of the responses that
//! scripts can read.
//!
//! CORS is decided in the browser. [`Browser`] makes the same decision in a test: it returns the requests that a page's
//! `fetch()` causes, takes the responses, and returns the response that the script gets, or the check that failed and the
//! key of `#[cors]` that would change it. It does no I/O: requests go through a function of the caller.
//!
//! ```
//! use cors_browser::{Browser, Request, Sent};
//! use cors_core::http::HttpDecision;
//! use cors_core::Policy;
//!
//! let policy = Policy::builder().origins(["https://app.example.com"]).methods(["GET", "PUT"]).build()?;
//! let serve = |sent: Sent| {
//!     let (parts, _body) = sent.to_http().unwrap().into_parts();
//!     let mut response = http::Response::new("saved");
//!     match policy.respond(&parts) {
//!         HttpDecision::Respond(preflight) => response = preflight.map(|()| ""),
//!         HttpDecision::Decorate(decoration) => decoration.apply(response.headers_mut()),
//!     }
//!     response
//! };
//!
//! let mut browser = Browser::at("https://app.example.com");
//! let saved = browser.fetch(Request::put("https://api.example.com/users/1").text("Ada"), serve).unwrap();
//! assert_eq!(saved.body(), b"saved");
//!
//! let delete = Request::delete("https://api.example.com/users/1");
//! let blocked = browser.fetch(delete, serve).unwrap_err();
//! assert!(blocked.to_string().contains("has no `Access-Control-Allow-Origin`"));
//! # Ok::<(), cors_core::PolicyError>(())
//! ```
//!
//! The model follows the [Fetch Standard](https://fetch.spec.whatwg.org/). Where its text differs from
//! web-platform-tests and from all engines, the model follows these: a negative `Access-Control-Max-Age` keeps nothing,
//! a mistake in `Access-Control-Expose-Headers` exposes nothing, and a cached `*` covers no request with credentials. A
//! [`Profile`] selects the differences of an engine.
//!
//! It has no service worker, HTTP cache, cookie jar, navigation, `WebSocket` or permission prompt, and it does not check
//! for mixed content, blocked ports, `Cross-Origin-Resource-Policy` or `Content-Security-Policy`.
//!
//! It shares no code with `cors-core`, so that both cannot have the same mistake. The `testing` modules of the adapters and of
//! `cors-tower` connect it to an application. [How CORS works](guide::how_cors_works) explains the protocol with it.

mod blocked;
mod browser;
mod cookies;
mod expect;
mod explain;
mod fetch;
mod header_list;
mod message;
mod options;
mod page;
mod profile;
mod readable;
mod request;
mod spec;

pub use blocked::{Blocked, Reason, Stage};
pub use browser::Browser;
pub use expect::FetchResultExt;
pub use fetch::{Pending, Step};
pub use header_list::HeaderList;
pub use message::{Received, Sent};
pub use options::{Body, Credentials, Mode, Redirect, ReferrerPolicy};
pub use page::{AsyncTransport, Page, Transport};
pub use profile::Profile;
pub use readable::{Readable, ResponseType};
pub use request::Request;

// Used by the tests of the model, and by those of its agreement with policies.
#[doc(hidden)]
pub use spec::{safelist::is_safelisted_header, terms::is_forbidden_header};

/// Guide: the CORS protocol from the beginning.
pub mod guide {
    #[doc = "[it_still_fails]: https://docs.rs/cors-attr-core/latest/cors_core/guide/it_still_fails/"]
    #[doc = include_str!("../guide/how_cors_works.md")]
    ///
    /// The examples use [`Browser`](crate::Browser), the model of a browser in `cors_browser`.
    // `tests/model/guide.rs` asserts the parts that the examples leave out, and the tables.
    pub mod how_cors_works {}
}

/// The code in the README, as doctests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
pub mod readme {}

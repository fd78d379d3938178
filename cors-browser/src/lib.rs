//! The browser's side of the CORS protocol: a model of the requests that a browser sends, and of the responses that
//! scripts can read.
//!
//! CORS is enforced by browsers. [`Browser`] models this without a real browser. It returns the requests that a page's
//! `fetch()` sends, takes their responses, and returns what the script gets: a response, or the check that failed and
//! the key of `#[cors]` that would change the outcome. It does no I/O. A function of the caller sends the requests.
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
//! web-platform-tests and from all engines, the model follows the tests and engines: a negative
//! `Access-Control-Max-Age` prevents caching, a mistake in `Access-Control-Expose-Headers` exposes nothing, and a `*`
//! that came with credentials stays a name in the preflight cache. A [`Profile`] models the differences between
//! engines.
//!
//! The model has no service worker, HTTP cache, cookie jar, navigation, `WebSocket` or permission prompt.
//!
//! The model shares no code with `cors-core`, so that a mistake in one does not hide in the other.
//! `cors_actix::testing` and `cors_rocket::testing` connect it to an application.
//! [How CORS works](guide::how_cors_works) explains the protocol with it.

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

/// The guide: the CORS protocol, before the rules of policies. It contains no items.
pub mod guide {
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

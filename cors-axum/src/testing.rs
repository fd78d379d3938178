//! Tests of what pages get from an application (feature `testing`).
//!
//! A test opens a page in a model of a browser and asks what its scripts can read:
//!
//! ```test_harness
//! use axum::extract::Path;
//! use axum::routing::put;
//! use axum::{Json, Router};
//! use cors_axum::testing::{Browser, BrowserExt, FetchResultExt};
//! use cors_axum::{Cors, cors};
//!
//! #[cors(origins = ["https://app.example.com"], allow_headers = ["content-type"])]
//! async fn update(Path(id): Path<u32>, Json(name): Json<String>) -> String {
//!     format!("{id} is {name}")
//! }
//!
//! #[tokio::test]
//! async fn only_the_app_updates_users() {
//!     let app = Cors::new(Router::new().route("/users/{id}", put(update)));
//!
//!     let mut page = Browser::at("https://app.example.com").on(&app);
//!     let updated = page.put("/users/1").json("Ada").await.expect_readable();
//!     assert_eq!(updated.text(), "1 is Ada");
//!
//!     let mut other = Browser::at("https://other.example.com").on(&app);
//!     other.put("/users/1").json("Eve").await.expect_blocked();
//! }
//! ```
//!
//! An expectation that fails says what a browser's console would say, and the key of `#[cors]` that would change it.
//! [`FetchResultExt`] has the expectations, and [`Blocked::reason`] is the check that failed. The application is at
//! `https://server.test`, another origin than the page's; [`Page`] tells how to change that.

use axum::body::Body as AxumBody;
use cors_tower::testing::HttpService;
pub use cors_tower::testing::{
    AsyncTransport, Blocked, Body, Browser, Credentials, FetchResultExt, Mode, Page, Profile, Readable,
    Reason, Redirect, Request, ResponseType, Stage,
};

/// Lets a [`Browser`] use an application.
pub trait BrowserExt {
    /// The browser's page, whose requests go to an application: a [`Cors`](crate::Cors), or a router of `.cors()` with layers around it.
    /// A router without `Cors` is taken as well, and blocks every page.
    fn on<'a>(self, app: &impl HttpService<'a, AxumBody, AxumBody>) -> Page<AsyncTransport<'a>>;
}

impl BrowserExt for Browser {
    fn on<'a>(self, app: &impl HttpService<'a, AxumBody, AxumBody>) -> Page<AsyncTransport<'a>> {
        cors_tower::testing::BrowserExt::on::<AxumBody, _>(self, app.clone())
    }
}

//! Tests of what pages get from a service (feature `testing`).
//!
//! A test opens a page in a [model of a browser](https://docs.rs/cors-browser) and asks what its scripts can read:
//!
//! ```test_harness
//! use cors_tower::testing::{Browser, BrowserExt, FetchResultExt};
//! use cors_tower::{Cors, Policy};
//! use http::{Request, Response};
//! use tower::{Layer, service_fn};
//!
//! #[tokio::test]
//! async fn only_the_app_updates_users() {
//!     let policy = Policy::builder().origins(["https://app.example.com"]).methods(["PUT"]).build().unwrap();
//!     let echo = async |request: Request<Vec<u8>>| {
//!         Ok::<_, String>(Response::new(String::from_utf8(request.into_body()).unwrap()))
//!     };
//!     let service = Cors::new(policy).layer(service_fn(echo));
//!
//!     let mut page = Browser::at("https://app.example.com").on(service.clone());
//!     let updated = page.put("/users/1").text("Ada").await.expect_readable();
//!     assert_eq!(updated.text(), "Ada");
//!
//!     let mut other = Browser::at("https://other.example.com").on(service);
//!     other.put("/users/1").text("Eve").await.expect_blocked();
//! }
//! ```
//!
//! An expectation that fails says what a browser's console would say, and the key that would change it.
//! [`FetchResultExt`] has the expectations, and [`Blocked::reason`] is the check that failed. The service is at
//! `https://server.test`, another origin than the page's; [`Page`] tells how to change that, and what becomes of cookies and of
//! answers to preflights.
//!
//! In `Cargo.toml`:
//!
//! ```toml
//! [dev-dependencies]
//! cors-tower = { path = "../cors/cors-tower", features = ["testing"] }
//! ```

use std::fmt::Display;
use std::future::poll_fn;

use cors_browser::Sent;
pub use cors_browser::{
    AsyncTransport, Blocked, Body, Browser, Credentials, FetchResultExt, Mode, Page, Profile, Readable,
    Reason, Redirect, Request, ResponseType, Stage,
};
use http::header::HOST;
use http_body_util::BodyExt as _;
use tower_service::Service;

/// Lets a [`Browser`] use a service.
pub trait BrowserExt {
    /// The browser's page, each of whose requests goes to a clone of the service.
    ///
    /// For a service that takes any body, name one: `on::<Vec<u8>, _>(service)`.
    fn on<'a, B, R>(self, service: impl HttpService<'a, B, R>) -> Page<AsyncTransport<'a>>
    where
        B: From<Vec<u8>> + 'a,
        R: http_body::Body<Error: Display> + 'a;
}

impl BrowserExt for Browser {
    fn on<'a, B, R>(self, service: impl HttpService<'a, B, R>) -> Page<AsyncTransport<'a>>
    where
        B: From<Vec<u8>> + 'a,
        R: http_body::Body<Error: Display> + 'a,
    {
        self.through(Box::new(move |sent| {
            let service = service.clone();
            Box::pin(async move { exchange(service, &sent).await.into() })
        }))
    }
}

/// A service whose requests have the body `B`, and whose responses have `R`.
pub trait HttpService<'a, B, R>:
    Service<http::Request<B>, Response = http::Response<R>, Error: Display> + Clone + 'a
{
}

impl<'a, B, R, S> HttpService<'a, B, R> for S where
    S: Service<http::Request<B>, Response = http::Response<R>, Error: Display> + Clone + 'a
{
}

async fn exchange<'a, B, R>(
    mut service: impl HttpService<'a, B, R>,
    sent: &Sent,
) -> Result<http::Response<Vec<u8>>, String>
where
    B: From<Vec<u8>>,
    R: http_body::Body<Error: Display>,
{
    let request = http_request(sent).map_err(|error| error.to_string())?;
    let ready = poll_fn(|context| service.poll_ready(context)).await;
    ready.map_err(|error| error.to_string())?;
    let response = service.call(request).await.map_err(|error| error.to_string())?;
    let (parts, body) = response.into_parts();
    let body = body.collect().await.map_err(|error| error.to_string())?.to_bytes();
    Ok(http::Response::from_parts(parts, body.to_vec()))
}

/// Returns the request with its whole URL, as servers get it over HTTP/2.
fn http_request<B: From<Vec<u8>>>(sent: &Sent) -> http::Result<http::Request<B>> {
    let mut request = http::Request::builder().method(sent.method()).uri(sent.url());
    request = request.header(HOST, sent.host());
    for (name, value) in sent.headers().iter() {
        request = request.header(name, value);
    }
    request.body(sent.body().to_vec().into())
}

//! Tests of policies: what pages can read of an application (feature `testing`).
//!
//! A test opens a page in a [model of a browser](https://docs.rs/cors-browser) and checks the responses that its scripts can read:
//!
//! ```test_harness
//! use actix_web::test::init_service;
//! use actix_web::{App, Responder, put, web};
//! use cors_actix::cors;
//! use cors_actix::testing::{Browser, BrowserExt, FetchResultExt};
//!
//! #[cors(origins = ["https://app.example.com"], allow_headers = ["content-type"])]
//! #[put("/users/{id}")]
//! async fn update(id: web::Path<u32>, name: web::Json<String>) -> impl Responder {
//!     format!("{id} is {name}")
//! }
//!
//! #[actix_web::test]
//! async fn only_the_app_updates_users() {
//!     let app = init_service(App::new().service(update)).await;
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
//! The message of a failed expectation is that of a browser's console, with the key of `#[cors]` that would change
//! the outcome:
//!
//! ```text
//! blocked by the preflight (status 204): `https://app.example.com` cannot read `PUT https://server.test/users/1`: the answer
//! to the preflight does not allow the request header `content-type`; add `content-type` to `allow_headers`
//! ```
//!
//! `.await` returns a `Result`. [`FetchResultExt`] has its expectations, and [`Blocked::reason`] is the check that
//! failed. The application is served at `https://server.test`, another origin than the page's. [`Page`] explains how
//! to change it, and how cookies and preflight responses are kept.
//!
//! In `Cargo.toml`:
//!
//! ```toml
//! [dev-dependencies]
//! cors-actix = { path = "../cors/cors-actix", features = ["testing"] }
//! ```

use actix_http::Request as HttpRequest;
use actix_web::body::{MessageBody, to_bytes};
use actix_web::dev::{Service, ServiceResponse};
use actix_web::error::HttpError;
use actix_web::http::header::{HOST, HeaderName, HeaderValue};
use actix_web::http::{Method, Uri};
use actix_web::test::TestRequest;
use actix_web::{Error, HttpResponse};
pub use cors_browser::{
    AsyncTransport, Blocked, Body, Browser, Credentials, FetchResultExt, Mode, Page, Profile, Readable,
    Reason, Redirect, Request, ResponseType, Stage,
};
use cors_browser::{HeaderList, Received, Sent};

/// Connects a [`Browser`] to an application.
pub trait BrowserExt<S> {
    /// Returns the browser's page, whose requests go to `app`, made by
    /// [`init_service`](https://docs.rs/actix-web/latest/actix_web/test/fn.init_service.html).
    ///
    /// ```test_harness
    /// use actix_web::test::init_service;
    /// use actix_web::{App, web};
    /// use cors_actix::testing::{Browser, BrowserExt, FetchResultExt};
    ///
    /// #[actix_web::test]
    /// async fn no_page_reads_the_index() {
    ///     let app = init_service(App::new().route("/", web::get().to(async || "private"))).await;
    ///     let mut page = Browser::at("https://app.example.com").on(&app);
    ///     page.get("/").await.expect_blocked();
    /// }
    /// ```
    fn on(self, app: &S) -> Page<AsyncTransport<'_>>;
}

impl<S, B> BrowserExt<S> for Browser
where
    S: Service<HttpRequest, Response = ServiceResponse<B>, Error = Error>,
    B: MessageBody + 'static,
{
    fn on(self, app: &S) -> Page<AsyncTransport<'_>> {
        self.through(Box::new(move |sent| Box::pin(exchange(app, sent))))
    }
}

async fn exchange<S, B>(app: &S, sent: Sent) -> Received
where
    S: Service<HttpRequest, Response = ServiceResponse<B>, Error = Error>,
    B: MessageBody,
{
    let request = match http_request(&sent) {
        Ok(request) => request,
        Err(error) => return Received::failure(error),
    };
    // A server turns an `Err` into a response in the same way.
    match app.call(request).await {
        Ok(response) => received(response.into_parts().1).await,
        Err(error) => received(error.error_response()).await,
    }
}

/// Converts a request. It has the whole URL, as in HTTP/2, so that the application knows scheme and host.
fn http_request(sent: &Sent) -> Result<HttpRequest, HttpError> {
    let uri = Uri::try_from(sent.url())?;
    let method = Method::from_bytes(sent.method().as_bytes())?;
    let mut request = TestRequest::with_uri(&uri.to_string()).method(method);
    request = request.insert_header((HOST, HeaderValue::from_str(sent.host())?));
    for (name, value) in sent.headers().iter() {
        let (name, value) = (HeaderName::from_bytes(name.as_bytes())?, HeaderValue::from_bytes(value)?);
        request = request.append_header((name, value));
    }
    Ok(request.set_payload(sent.body().to_vec()).to_request())
}

async fn received<B: MessageBody>(response: HttpResponse<B>) -> Received {
    let status = response.status().as_u16();
    let headers: HeaderList = response.headers().iter().map(|(name, value)| (name.as_str(), value)).collect();
    match to_bytes(response.into_body()).await {
        Ok(body) => Received::response(status, headers, body.to_vec()),
        Err(error) => Received::failure(error.into()),
    }
}

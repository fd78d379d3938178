//! Tests of policies: what pages can read of an application (feature `testing`).
//!
//! A test opens a page in a [model of a browser](https://docs.rs/cors-browser) and checks the responses that its scripts can read:
//!
//! ```test_harness
//! use cors_rocket::testing::{Browser, BrowserExt, FetchResultExt};
//! use cors_rocket::{Cors, cors};
//! use rocket::local::blocking::Client;
//! use rocket::{put, routes};
//!
//! #[cors(origins = ["https://app.example.com"], allow_headers = ["content-type"])]
//! #[put("/users/<id>", data = "<name>")]
//! fn update(id: u32, name: String) -> String {
//!     format!("{id} is {name}")
//! }
//!
//! #[test]
//! fn only_the_app_updates_users() {
//!     let rocket = rocket::build().attach(Cors::fairing()).mount("/", routes![update]);
//!     let client = Client::untracked(rocket).unwrap();
//!
//!     let mut page = Browser::at("https://app.example.com").on(&client);
//!     let updated = page.put("/users/1").json("Ada").fetch().expect_readable();
//!     assert_eq!(updated.text(), "1 is \"Ada\"");
//!
//!     let mut other = Browser::at("https://other.example.com").on(&client);
//!     other.put("/users/1").json("Eve").fetch().expect_blocked();
//! }
//! ```
//!
//! With a [`rocket::local::asynchronous::Client`], write `.await` instead of `.fetch()`. The message of a failed
//! expectation is that of a browser's console, with the key of `#[cors]` that would change the outcome:
//!
//! ```text
//! blocked by the preflight (status 204): `https://app.example.com` cannot read `PUT https://server.test/users/1`: the answer
//! to the preflight does not allow the request header `content-type`; add `content-type` to `allow_headers`
//! ```
//!
//! Each request returns a `Result`. [`FetchResultExt`] has its expectations, and [`Blocked::reason`] is the check
//! that failed. The application is served at `https://server.test`, another origin than the page's. [`Page`] explains
//! how to change it, and how cookies and preflight responses are kept.
//!
//! [`Page`] keeps cookies, so make clients `untracked`. A `tracked` client adds its own cookies to every request,
//! even to preflights, which no browser does. Such a request fails with an error that explains it.
//!
//! In `Cargo.toml`:
//!
//! ```toml
//! [dev-dependencies]
//! cors-rocket = { path = "../cors/cors-rocket", features = ["testing"] }
//! ```

pub use cors_browser::{
    AsyncTransport, Blocked, Body, Browser, Credentials, FetchResultExt, Mode, Page, Profile, Readable,
    Reason, Redirect, Request, ResponseType, Stage, Transport,
};
use cors_browser::{HeaderList, Received, Sent};
use rocket::http::uri::{Authority, Host};
use rocket::http::{Cookie, Header, HeaderMap, Method};
use rocket::local::{asynchronous, blocking};

/// Connects a [`Browser`] to an application.
pub trait BrowserExt<C> {
    /// The page for this kind of client.
    type Page;

    /// Returns the browser's page, whose requests go to an application through a client of [`rocket::local`].
    ///
    /// ```test_harness
    /// use cors_rocket::testing::{Browser, BrowserExt, FetchResultExt};
    /// use rocket::local::asynchronous::Client;
    /// use rocket::{get, routes};
    ///
    /// #[get("/")]
    /// fn index() -> &'static str {
    ///     "private"
    /// }
    ///
    /// #[rocket::async_test]
    /// async fn no_page_reads_the_index() {
    ///     let client = Client::untracked(rocket::build().mount("/", routes![index])).await.unwrap();
    ///     let mut page = Browser::at("https://app.example.com").on(&client);
    ///     page.get("/").await.expect_blocked();
    /// }
    /// ```
    fn on(self, client: C) -> Self::Page;
}

impl<'c> BrowserExt<&'c asynchronous::Client> for Browser {
    type Page = Page<AsyncTransport<'c>>;

    fn on(self, client: &'c asynchronous::Client) -> Self::Page {
        self.through(Box::new(move |sent| Box::pin(async move { exchange(client, sent).await.into() })))
    }
}

impl<'c> BrowserExt<&'c blocking::Client> for Browser {
    type Page = Page<Transport<'c>>;

    fn on(self, client: &'c blocking::Client) -> Self::Page {
        self.through(Box::new(move |sent| exchange_blocking(client, &sent).into()))
    }
}

async fn exchange(client: &asynchronous::Client, sent: Sent) -> Result<Received, String> {
    let mut request = client.req(method(&sent)?, sent.target().to_owned());
    fill(&mut request, &sent)?;
    let response = request.cookies(cookies(&sent)).body(sent.body()).dispatch().await;
    let (status, headers) = (response.status().code, header_list(response.headers()));
    let nothing = response.body().is_none().then(Vec::new);
    let body = nothing.or(response.into_bytes().await).ok_or(BROKEN_BODY)?;
    Ok(Received::response(status, headers, body))
}

fn exchange_blocking(client: &blocking::Client, sent: &Sent) -> Result<Received, String> {
    let mut request = client.req(method(sent)?, sent.target().to_owned());
    fill(&mut request, sent)?;
    let response = request.cookies(cookies(sent)).body(sent.body()).dispatch();
    let (status, headers) = (response.status().code, header_list(response.headers()));
    let nothing = response.body().is_none().then(Vec::new);
    let body = nothing.or(response.into_bytes()).ok_or(BROKEN_BODY)?;
    Ok(Received::response(status, headers, body))
}

const BROKEN_BODY: &str = "the body of the response ended with an error";

fn method(sent: &Sent) -> Result<Method, String> {
    sent.method().parse().map_err(|_| format!("Rocket does not know the method `{}`", sent.method()))
}

/// Adds the headers, host and authority that a server would read from a request. Cookies are added elsewhere, because
/// local requests do not read them from headers.
fn fill(request: &mut rocket::Request<'_>, sent: &Sent) -> Result<(), &'static str> {
    if !sent.with_credentials() && request.cookies().iter().next().is_some() {
        return Err("the client would add its cookies to a request without credentials; make it by \
                    `Client::untracked`, the page keeps cookies itself");
    }
    request.add_header(Header::new("host", sent.host().to_owned()));
    if let Ok(authority) = Authority::parse_owned(sent.host().to_owned()) {
        request.set_host(Host::from(authority));
    }
    for (name, value) in sent.headers().iter() {
        // Rocket's server drops lines that are not UTF-8 as well.
        if let Ok(value) = std::str::from_utf8(value) {
            request.add_header(Header::new(name.to_owned(), value.to_owned()));
        }
    }
    Ok(())
}

fn cookies(sent: &Sent) -> Vec<Cookie<'static>> {
    let line = sent.headers().get("cookie").unwrap_or_default();
    Cookie::split_parse_encoded(String::from_utf8_lossy(&line).into_owned()).flatten().collect()
}

fn header_list(headers: &HeaderMap<'_>) -> HeaderList {
    headers.iter().map(|header| (header.name().to_string(), header.value().to_owned())).collect()
}

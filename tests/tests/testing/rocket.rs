//! The application on Rocket, and the use of its blocking client.

use std::pin::Pin;
use std::task::{Context, Poll};

use cors_rocket::cors;
use cors_rocket::testing::{Browser, BrowserExt as _, FetchResultExt as _, Reason};
use cors_tests::apps;
use cors_tests::counters::{ran, watch};
use rocket::fairing::AdHoc;
use rocket::http::{CookieJar, Header, Method};
use rocket::local::{asynchronous, blocking};
use rocket::request::{FromRequest, Outcome, Request};
use rocket::response::stream::ReaderStream;
use rocket::response::{Redirect, Responder};
use rocket::tokio::io::{AsyncRead, ReadBuf};
use rocket::tokio::runtime::Builder;
use rocket::{Build, Rocket, delete, get, patch, post, put, routes};

use crate::Open;

fn build() -> Rocket<Build> {
    let count = AdHoc::on_request("count", |request, _| {
        Box::pin(async move {
            if request.method() == Method::Options {
                ran("preflight");
            }
        })
    });
    let handlers = routes![echo_get, echo_post, echo_put, echo_patch, echo_delete, login, logout, away, torn];
    apps::rocket::build().attach(count).mount("/", handlers)
}

pub(crate) fn run(case: impl AsyncFn(&Open<'_>)) {
    let all = async {
        let client = asynchronous::Client::untracked(build()).await.unwrap();
        let open = |origin: &str| Browser::at(origin).on(&client);
        case(&open).await;
    };
    watch(|| Builder::new_current_thread().enable_all().build().unwrap().block_on(all));
}

#[test]
fn a_page_uses_a_blocking_client() {
    watch(|| {
        let client = blocking::Client::untracked(build()).unwrap();
        let mut page = Browser::at("https://app.example.com").on(&client);
        page.post("/login").fetch().expect_readable();
        let get = page.get("/echo").with_credentials().fetch().expect_readable();
        assert_eq!(get.text(), "GET server.test /echo [-] [-] [-] ");
        page.post("/login").with_credentials().fetch().expect_readable();
        let put = page.put("/echo").json("Ada").with_credentials().fetch().expect_readable();
        assert_eq!(put.text(), "PUT server.test /echo [application/json] [session=1] [-] \"Ada\"");
        assert!(client.cookies().iter().next().is_none());
        let mut other = Browser::at("https://other.example.com").on(&client);
        other.put("/echo").json("Eve").fetch().expect_blocked();
    });
}

/// A tracked client sends cookies that no browser would send, so the page reports an error.
#[test]
fn a_tracked_client_is_an_error() {
    watch(|| {
        let client = blocking::Client::tracked(build()).unwrap();
        let mut page = Browser::at("https://app.example.com").on(&client);
        page.post("/login").with_credentials().fetch().expect_readable();
        page.get("/echo").with_credentials().fetch().expect_readable();
        let blocked = page.get("/echo").fetch().expect_blocked();
        let text = "`https://app.example.com` cannot read `GET https://server.test/echo`: no response came: the client would add \
                    its cookies to a request without credentials; make it by `Client::untracked`, the page keeps cookies \
                    itself";
        assert_eq!(blocked.to_string(), text);
    });
}

#[test]
fn a_method_that_rocket_does_not_know_is_an_error() {
    watch(|| {
        let client = blocking::Client::untracked(build()).unwrap();
        let mut page =
            Browser::at("https://app.example.com").on(&client).served_at("https://app.example.com");
        let blocked = page.request("LINK", "/echo").fetch().expect_blocked();
        let text = "`https://app.example.com` cannot read `LINK https://app.example.com/echo`: no response came: Rocket does \
                    not know the method `LINK`";
        assert_eq!(blocked.to_string(), text);
    });
}

/// A body that ends with an error.
struct Torn;

impl AsyncRead for Torn {
    fn poll_read(
        self: Pin<&mut Self>,
        _: &mut Context<'_>,
        _: &mut ReadBuf<'_>,
    ) -> Poll<std::io::Result<()>> {
        Poll::Ready(Err(std::io::ErrorKind::ConnectionReset.into()))
    }
}

#[cors(origins = ["https://app.example.com"])]
#[get("/torn")]
fn torn() -> ReaderStream![Torn] {
    ReaderStream::one(Torn)
}

#[test]
fn a_torn_body_is_a_network_error() {
    watch(|| {
        let client = blocking::Client::untracked(build()).unwrap();
        let blocked =
            Browser::at("https://app.example.com").on(&client).get("/torn").fetch().expect_blocked();
        let why = "the body of the response ended with an error".to_owned();
        assert_eq!(*blocked.reason(), Reason::Network(why));
    });
}

/// The request as text, without the body.
struct Came(String);

#[rocket::async_trait]
impl<'r> FromRequest<'r> for Came {
    type Error = ();

    async fn from_request(request: &'r Request<'_>) -> Outcome<Self, ()> {
        let header = |name| request.headers().get_one(name).unwrap_or("-");
        let (mime, a) = (header("content-type"), header("x-a"));
        let cookies: Vec<_> = request.cookies().iter().map(|cookie| cookie.stripped().to_string()).collect();
        let cookie = if cookies.is_empty() { "-".to_owned() } else { cookies.join("; ") };
        let (method, host, path) = (request.method(), request.host().unwrap(), request.uri().path());
        Outcome::Success(Self(format!("{method} {host} {path} [{mime}] [{cookie}] [{a}] ")))
    }
}

/// The request as text.
struct Echo(String);

impl<'r> Responder<'r, 'static> for Echo {
    fn respond_to(self, request: &'r Request<'_>) -> rocket::response::Result<'static> {
        ran("echo");
        let mut response = self.0.respond_to(request)?;
        response.set_header(Header::new("etag", "\"1\""));
        response.set_header(Header::new("x-total", "7"));
        Ok(response)
    }
}

macro_rules! echo {
    ($name:ident, $($route:tt)*) => {
        #[cors(
            origins = ["https://app.example.com"],
            allow_headers = ["content-type", "x-a"],
            expose_headers = ["etag"],
            credentials = true,
            max_age = "10m",
        )]
        #[$($route)*("/echo", data = "<body>")]
        fn $name(came: Came, body: String) -> Echo {
            Echo(came.0 + &body)
        }
    };
}

echo!(echo_post, post);
echo!(echo_put, put);
echo!(echo_patch, patch);
echo!(echo_delete, delete);

#[cors(origins = ["https://app.example.com"], expose_headers = ["etag"], allow_headers = ["x-a"], credentials = true, max_age = "10m")]
#[get("/echo")]
fn echo_get(came: Came) -> Echo {
    Echo(came.0)
}

#[cors(origins = ["https://app.example.com"], credentials = true)]
#[post("/login")]
fn login(cookies: &CookieJar<'_>) {
    cookies.add(("session", "1"));
}

#[cors(origins = ["https://app.example.com"], credentials = true)]
#[post("/logout")]
fn logout(cookies: &CookieJar<'_>) {
    cookies.remove("session");
}

#[cors(origins = ["https://app.example.com"])]
#[get("/away")]
fn away() -> Redirect {
    Redirect::found("https://elsewhere.test/plain")
}

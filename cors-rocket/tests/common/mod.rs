//! Policies, an expansion of the attribute, and requests.

#![allow(dead_code, unused_macros, reason = "not every test file uses everything")]

use std::sync::Mutex;

use cors_rocket::__private::{Policy, StaticOrigins, StaticPolicy};
use rocket::http::{Header, Method};
use rocket::local::blocking::{Client, LocalRequest, LocalResponse};
use rocket::{Build, Rocket};

pub(crate) const APP: &str = "https://app.example.com";
pub(crate) const OTHER: &str = "https://other.example.com";
pub(crate) const EVIL: &str = "https://evil.example";

/// A policy that allows nothing, the base of the others.
pub(crate) const NONE: StaticPolicy = StaticPolicy::SAME_ORIGIN;

/// `APP`, with every key.
pub(crate) static FULL: Policy = Policy::from_checked(StaticPolicy {
    origins: StaticOrigins::List { exact: &[APP], patterns: &[] },
    allow_headers: "content-type, x-token",
    expose_headers: "etag",
    credentials: true,
    max_age: "600",
    ..NONE
});
/// `OTHER` alone.
pub(crate) static OTHERS: Policy = Policy::from_checked(StaticPolicy {
    origins: StaticOrigins::List { exact: &[OTHER], patterns: &[] },
    ..NONE
});
pub(crate) static ANY: Policy =
    Policy::from_checked(StaticPolicy { origins: StaticOrigins::Any, expose_headers: "etag", ..NONE });
pub(crate) static OWN: Policy = Policy::from_checked(NONE);

/// Returns the policy of `https://*.example.com`, built at run time because a literal pattern needs the macro.
pub(crate) fn wildcard() -> &'static Policy {
    let policy = Policy::builder().origins(["https://*.example.com"]).build();
    Box::leak(Box::new(policy.unwrap()))
}

/// Expands a handler as `#[cors(…)]` does, but for `uri!`; see `hand_expanded.rs`.
macro_rules! annotated {
    (
        $policy:expr, $methods:literal;
        $(#[$route:meta])* fn $name:ident($($arg:ident: $type:ty),* $(,)?) -> $return:ty $body:block
    ) => {
        async fn $name($($arg: $type),*) -> $return $body

        #[allow(non_camel_case_types)]
        struct $name {}

        impl $name {
            fn into_route(self) -> ::rocket::Route {
                static ENDPOINT: ::cors_rocket::__private::Endpoint =
                    ::cors_rocket::__private::Endpoint::from_checked($policy, $methods);
                $(#[$route])*
                async fn twin($($arg: $type),*) -> $return {
                    $name($($arg),*).await
                }
                ::cors_rocket::__private::annotate(twin {}.into_info(), stringify!($name), &ENDPOINT)
            }
        }
    };
}

/// Returns two clients, with the routes mounted in the given order and in reverse.
pub(crate) fn both_orders(routes: Vec<rocket::Route>) -> [Client; 2] {
    let mut reversed = routes.clone();
    reversed.reverse();
    [routes, reversed].map(|routes| client(build().mount("/", routes)))
}

/// Attaches the fairing.
pub(crate) fn client(rocket: Rocket<Build>) -> Client {
    Client::untracked(rocket.attach(cors_rocket::Cors::fairing())).expect("a launch")
}

pub(crate) fn preflight<'c>(
    client: &'c Client,
    path: &'c str,
    origin: &'static str,
    method: &'static str,
) -> Seen {
    let request = client.req(Method::Options, path).header(Header::new("Origin", origin));
    seen(request.header(Header::new("Access-Control-Request-Method", method)).dispatch())
}

pub(crate) fn send<'c>(request: LocalRequest<'c>, origin: Option<&'static str>) -> Seen {
    let request = match origin {
        Some(origin) => request.header(Header::new("Origin", origin)),
        None => request,
    };
    seen(request.dispatch())
}

/// A response: the status, the CORS headers and `vary`, sorted, and the body.
#[derive(Debug, PartialEq)]
pub(crate) struct Seen {
    pub(crate) status: u16,
    pub(crate) cors: Vec<String>,
    pub(crate) body: String,
}

impl Seen {
    pub(crate) fn headers(&self) -> Vec<&str> {
        self.cors.iter().map(String::as_str).collect()
    }

    pub(crate) fn allowed(&self) -> Option<&str> {
        self.cors.iter().find_map(|line| line.strip_prefix("access-control-allow-origin: "))
    }
}

pub(crate) fn seen(response: LocalResponse<'_>) -> Seen {
    let mut cors: Vec<String> = response
        .headers()
        .iter()
        .map(|header| format!("{}: {}", header.name.as_str().to_ascii_lowercase(), header.value))
        .filter(|line| line.starts_with("access-control-") || line.starts_with("vary"))
        .collect();
    cors.sort();
    Seen { status: response.status().code, cors, body: response.into_string().unwrap_or_default() }
}

/// Returns the warnings and errors of this process that contain `part`.
pub(crate) fn logged(part: &str) -> Vec<String> {
    LINES.lock().unwrap().iter().filter(|line| line.contains(part)).cloned().collect()
}

/// Captures the log before Rocket sets a logger of its own.
pub(crate) fn build() -> Rocket<Build> {
    if log::set_logger(&Capture).is_ok() {
        log::set_max_level(log::LevelFilter::Warn);
    }
    rocket::build()
}

static LINES: Mutex<Vec<String>> = Mutex::new(Vec::new());

struct Capture;

impl log::Log for Capture {
    fn enabled(&self, metadata: &log::Metadata<'_>) -> bool {
        metadata.target() == "cors"
    }

    fn log(&self, record: &log::Record<'_>) {
        if self.enabled(record.metadata()) {
            LINES.lock().unwrap().push(format!("{}: {}", record.level(), record.args()));
        }
    }

    fn flush(&self) {}
}

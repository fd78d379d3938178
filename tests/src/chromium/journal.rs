//! A journal of the requests that servers get, written by a middleware, a fairing and a layer.

use std::sync::{Mutex, PoisonError};

use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::middleware::Next;
use http::HeaderMap;
use rocket::fairing::AdHoc;

/// A request that arrived.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Arrived {
    /// The method.
    pub method: String,
    /// The URL.
    pub url: String,
    /// The headers of the page and of CORS, sorted, with names in lower case.
    pub headers: Vec<(String, String)>,
}

/// The journal of all servers of this process, each with its port.
static JOURNAL: Mutex<Vec<(u16, Arrived)>> = Mutex::new(Vec::new());

/// Headers that every browser adds in its own way.
const OF_THE_CLIENT: [&str; 11] = [
    "accept-encoding",
    "accept-language",
    "cache-control",
    "connection",
    "content-length",
    "host",
    "pragma",
    "priority",
    "referer",
    "upgrade-insecure-requests",
    "user-agent",
];

/// Returns the requests that arrived at a server since the last call.
pub fn take(port: u16) -> Vec<Arrived> {
    let mut journal = JOURNAL.lock().unwrap_or_else(PoisonError::into_inner);
    let (taken, left) = std::mem::take(&mut *journal).into_iter().partition(|(at, _)| *at == port);
    *journal = left;
    let taken: Vec<(u16, Arrived)> = taken;
    taken.into_iter().map(|(_, arrived)| arrived).collect()
}

impl Arrived {
    /// Reports whether the request is a preflight.
    pub fn is_preflight(&self) -> bool {
        self.method == "OPTIONS" && self.header("access-control-request-method").is_some()
    }

    /// Returns the value of a header. `name` is in lower case.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|line| line.0 == name).map(|line| line.1.as_str())
    }
}

/// Records requests on actix-web: `app.service(scope("").wrap(from_fn(journal::middleware)).service(…))`.
///
/// # Errors
/// Returns the errors of the wrapped service.
pub async fn middleware(
    request: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse<impl MessageBody>, actix_web::Error> {
    let lines = request.headers().iter().map(|(name, value)| (name.as_str(), value.as_bytes()));
    let host = request.connection_info().host().to_owned();
    write(
        request.app_config().local_addr().port(),
        request.method().as_str(),
        format!("http://{host}{}", request.uri()),
        lines,
    );
    next.call(request).await
}

/// Records requests on Rocket.
pub fn fairing() -> AdHoc {
    AdHoc::on_request("journal", |request, _| {
        Box::pin(async move {
            let lines = request.headers().iter();
            let lines: Vec<_> =
                lines.map(|line| (line.name().as_str().to_owned(), line.value().to_owned())).collect();
            write(
                request.rocket().config().port,
                request.method().as_str(),
                format!(
                    "http://{}{}",
                    request.host().map(ToString::to_string).unwrap_or_default(),
                    request.uri()
                ),
                lines.iter().map(|(name, value)| (name.as_str(), value.as_bytes())),
            );
        })
    })
}

/// Returns the port of `Host`, by which browsers name the server.
pub(crate) fn port(headers: &HeaderMap) -> u16 {
    host(headers).rsplit(':').next().and_then(|port| port.parse().ok()).unwrap_or_default()
}

fn host(headers: &HeaderMap) -> &str {
    headers.get("host").and_then(|host| host.to_str().ok()).unwrap_or_default()
}

/// Records requests on axum, around `Cors`.
pub async fn axum(request: axum::extract::Request, next: axum::middleware::Next) -> axum::response::Response {
    let host = host(request.headers());
    let port = port(request.headers());
    let lines = request.headers().iter().map(|(name, value)| (name.as_str(), value.as_bytes()));
    write(port, request.method().as_str(), format!("http://{host}{}", request.uri()), lines);
    next.run(request).await
}

fn write<'a>(port: u16, method: &str, url: String, lines: impl Iterator<Item = (&'a str, &'a [u8])>) {
    // Browsers request the icon at any time.
    if url.ends_with("/favicon.ico") {
        return;
    }
    let is_same_origin = |name: &str| OF_THE_CLIENT.contains(&name) || name.starts_with("sec-");
    let lines =
        lines.map(|(name, value)| (name.to_ascii_lowercase(), String::from_utf8_lossy(value).into_owned()));
    let mut headers: Vec<_> = lines.filter(|(name, _)| !is_same_origin(name)).collect();
    headers.sort();
    let arrived = Arrived { method: method.to_owned(), url, headers };
    JOURNAL.lock().unwrap_or_else(PoisonError::into_inner).push((port, arrived));
}

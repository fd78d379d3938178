//! Servers for generated requests, the same on each framework. Some routes have policies. One is not annotated, and
//! sends any response that a case prescribes, right or wrong.

pub mod actix;
pub mod axum;
mod policies;
pub mod rocket;

use std::sync::{PoisonError, RwLock};

use super::loopback::Answer;

pub use policies::ROUTES;

/// The route without `#[cors]`. It serves every method that its framework has.
pub const PLAIN: &str = "plain";

/// A server's response to a request, or to the next request after a redirect.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hop {
    /// The first label of the host name, of `api.app.localhost` for example.
    pub host: &'static str,
    /// One of [`ROUTES`], or [`PLAIN`].
    pub route: &'static str,
    /// The response of [`PLAIN`] to preflights. The policies of the other routes answer them.
    pub preflight: Reply,
    /// The handler's response.
    pub actual: Reply,
}

/// A response. In header values `{origin}` is replaced by the origin of the request, `{self}` by the authority and
/// path of its URL, and `{next}` by those of the next hop.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reply {
    /// The status.
    pub status: u16,
    /// The header lines.
    pub lines: Vec<(&'static str, &'static str)>,
}

static SCRIPTS: RwLock<Vec<Vec<Hop>>> = RwLock::new(Vec::new());

/// Adds hops to all servers of this process, and returns the number of their script.
pub fn publish(hops: Vec<Hop>) -> usize {
    let mut scripts = SCRIPTS.write().unwrap_or_else(PoisonError::into_inner);
    scripts.push(hops);
    scripts.len() - 1
}

/// Returns the URL of a hop, without the scheme.
pub fn address(hop: &Hop, port: u16, script: usize, index: usize) -> String {
    format!("{}.app.localhost:{port}/{}/{script}/{index}", hop.host, hop.route)
}

/// The parts of a request that the response depends on.
#[derive(Debug)]
struct Asking {
    port: u16,
    origin: String,
    preflight: bool,
}

impl Asking {
    /// Reads the request. `header` returns the value of a header.
    fn new<'r>(method: &str, port: u16, header: impl Fn(&str) -> Option<&'r str>) -> Self {
        let preflight = method == "OPTIONS" && header("access-control-request-method").is_some();
        Self { port, origin: header("origin").unwrap_or_default().to_owned(), preflight }
    }

    /// Returns the response of a hop.
    fn answer(&self, script: usize, index: usize) -> Answer {
        let scripts = SCRIPTS.read().unwrap_or_else(PoisonError::into_inner);
        let hops = &scripts[script];
        let reply = if self.preflight { &hops[index].preflight } else { &hops[index].actual };
        let at = |index: usize| hops.get(index).map(|hop| address(hop, self.port, script, index));
        let number = script.to_string();
        let (this, next) = (at(index).unwrap_or_default(), at(index + 1).unwrap_or_default());
        let body = if matches!(reply.status, 204 | 304) { "" } else { "body" };
        reply.lines.iter().fold(Answer::new(body).status(reply.status), |answer, (name, value)| {
            let value =
                value.replace("{origin}", &self.origin).replace("{self}", &this).replace("{number}", &number);
            answer.header(name, &value.replace("{next}", &next))
        })
    }
}

//! Servers that do as they are told, for requests that are made up: routes with policies, and one that is not annotated
//! and answers whatever is written down for it, right or wrong. The same on both frameworks.

pub mod actix;
mod policies;
pub mod rocket;

use std::sync::{PoisonError, RwLock};

use super::loopback::Answer;

pub use policies::ROUTES;

/// The route that is not annotated. It serves every method that its framework has.
pub const PLAIN: &str = "plain";

/// What serves a request, or what a redirect leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hop {
    /// The first label of the host name, of `api.app.localhost` for example.
    pub host: &'static str,
    /// One of [`ROUTES`], or [`PLAIN`].
    pub route: &'static str,
    /// What [`PLAIN`] answers to preflights; the other routes answer them by their policies.
    pub preflight: Reply,
    /// What the handler answers.
    pub actual: Reply,
}

/// An answer. In the values of its headers `{origin}` stands for that of the request, `{self}` for the authority and path
/// of its URL, and `{next}` for those of the next hop's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reply {
    /// The status.
    pub status: u16,
    /// The header lines.
    pub lines: Vec<(&'static str, &'static str)>,
}

static SCRIPTS: RwLock<Vec<Vec<Hop>>> = RwLock::new(Vec::new());

/// Lets all servers of this process serve these hops, and tells the number that they have.
pub fn publish(hops: Vec<Hop>) -> usize {
    let mut scripts = SCRIPTS.write().unwrap_or_else(PoisonError::into_inner);
    scripts.push(hops);
    scripts.len() - 1
}

/// The URL of a hop, without the scheme.
pub fn address(hop: &Hop, port: u16, script: usize, index: usize) -> String {
    format!("{}.app.localhost:{port}/{}/{script}/{index}", hop.host, hop.route)
}

/// What of a request decides on the answer.
#[derive(Debug)]
struct Asking {
    port: u16,
    origin: String,
    preflight: bool,
}

impl Asking {
    /// `header` gives the value of a header.
    fn new<'r>(method: &str, port: u16, header: impl Fn(&str) -> Option<&'r str>) -> Self {
        let preflight = method == "OPTIONS" && header("access-control-request-method").is_some();
        Self { port, origin: header("origin").unwrap_or_default().to_owned(), preflight }
    }

    /// The answer of a hop.
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

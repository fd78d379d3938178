//! Exchanges between the browser and the API. Scripts see less: no preflights, no cookies, no blocked responses.

use std::collections::VecDeque;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::HeaderMap;
use actix_web::middleware::Next;
use actix_web::{Error, web};
use serde::Serialize;

/// The number of exchanges that are kept.
const KEPT: usize = 1000;

/// The last exchanges, oldest first. The server of the page shares them in memory, so the page asks its own origin, and
/// CORS plays no part.
#[derive(Default)]
pub(crate) struct Recorder(Mutex<VecDeque<Exchange>>);

/// A request with its response.
#[derive(Clone, Serialize)]
pub(crate) struct Exchange {
    #[serde(skip)]
    pub(crate) at: Instant,
    /// A counter that starts at 1.
    pub(crate) number: u64,
    pub(crate) method: String,
    pub(crate) path: String,
    pub(crate) sent: Vec<(String, String)>,
    pub(crate) status: u16,
    pub(crate) received: Vec<(String, String)>,
    /// The method that a preflight asks for.
    pub(crate) preflight_for: Option<String>,
}

impl Recorder {
    /// Returns the requests with this method to this path, and their preflights.
    pub(crate) fn of(&self, method: &str, path: &str) -> Vec<Exchange> {
        let concerns = |exchange: &&Exchange| {
            exchange.path == path && exchange.preflight_for.as_ref().unwrap_or(&exchange.method) == method
        };
        self.lock().iter().filter(concerns).cloned().collect()
    }

    /// Returns the number of the last exchange.
    pub(crate) fn last(&self) -> u64 {
        self.lock().back().map_or(0, |exchange| exchange.number)
    }

    fn add(&self, exchange: Exchange) {
        let mut exchanges = self.lock();
        let number = exchanges.back().map_or(0, |last| last.number) + 1;
        exchanges.push_back(Exchange { number, ..exchange });
        if exchanges.len() > KEPT {
            exchanges.pop_front();
        }
    }

    fn lock(&self) -> MutexGuard<'_, VecDeque<Exchange>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Records the exchanges, as a middleware around the whole API.
pub(crate) async fn record<B: MessageBody>(
    recorder: web::Data<Recorder>,
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<B>, Error> {
    let sent = lines(pairs(request.headers()));
    let (method, path) = (request.method().to_string(), request.path().to_owned());
    let response = next.call(request).await?;
    let preflight_for = sent.iter().find(|(name, _)| name == "access-control-request-method");
    recorder.add(Exchange {
        at: Instant::now(),
        number: 0,
        preflight_for: preflight_for.filter(|_| method == "OPTIONS").map(|(_, value)| value.clone()),
        method,
        path,
        sent,
        status: response.status().as_u16(),
        received: lines(pairs(response.headers())),
    });
    Ok(response)
}

fn pairs(headers: &HeaderMap) -> impl Iterator<Item = (&str, &[u8])> {
    headers.iter().map(|(name, value)| (name.as_str(), value.as_bytes()))
}

/// Returns the header lines sorted by name, since actix-web keeps no order.
pub(crate) fn lines<'h>(headers: impl Iterator<Item = (&'h str, &'h [u8])>) -> Vec<(String, String)> {
    let text = |value: &[u8]| String::from_utf8_lossy(value).into_owned();
    let mut lines: Vec<_> = headers.map(|(name, value)| (name.to_owned(), text(value))).collect();
    lines.sort_by(|left, right| left.0.cmp(&right.0));
    lines
}

//! A policy and a request of the reader's own: the policy decides, and the model of a browser judges.

use std::time::Instant;

use cors_actix::{Config, Policy};
use cors_browser::{Browser, Received, Sent};
use cors_core::http::HttpDecision;
use serde::{Deserialize, Serialize};

use crate::cases::Case;
use crate::explain::{Explanation, Run, replay};
use crate::recorder::{Exchange, lines};

/// The API of the form, which is nowhere but in this process.
const API: &str = "https://api.example.com";

/// The fields of the form. Lists are separated by spaces or commas.
#[derive(Deserialize)]
pub(crate) struct Form {
    origins: String,
    methods: String,
    allow_headers: String,
    expose_headers: String,
    credentials: bool,
    max_age: String,
    dangerously_allow: String,
    page: String,
    method: String,
    /// Lines like `name: value`.
    headers: String,
    with_credentials: bool,
}

#[derive(Serialize)]
pub(crate) struct Answer {
    /// The attribute, if it compiles.
    attribute: Option<String>,
    mistakes: Vec<Wrong>,
    explanation: Option<Explanation>,
    exchanges: Vec<Exchange>,
}

/// A mistake in a policy.
#[derive(Serialize)]
struct Wrong {
    key: Option<&'static str>,
    text: String,
}

impl Form {
    pub(crate) fn answer(&self) -> Answer {
        let policy = match Policy::try_from(self.config()) {
            Ok(policy) => policy,
            Err(error) => {
                let wrong = error.mistakes().iter().map(|mistake| Wrong {
                    key: mistake.key().map(cors_actix::Key::as_str),
                    text: mistake.to_string(),
                });
                return Answer {
                    attribute: None,
                    mistakes: wrong.collect(),
                    explanation: None,
                    exchanges: Vec::new(),
                };
            }
        };
        let headers: Vec<(&str, &str)> = self
            .headers
            .lines()
            .filter_map(|line| line.split_once(':'))
            .map(|(name, value)| (name.trim(), value.trim()))
            .collect();
        let case = Case::own(self.method.trim(), &headers, self.with_credentials);
        let exchanges = self.exchanges(&case);
        let advice = self.served().is_none().then(|| format!("add `{}` to `methods`", case.method));
        let run = Run { case: &case, page: self.page.trim(), api: API, log: &exchanges, since: 0, advice };
        Answer {
            attribute: Some(format!("#[cors({policy})]")),
            mistakes: Vec::new(),
            explanation: Some(run.explain()),
            exchanges,
        }
    }

    fn config(&self) -> Config {
        let mut config = Config::default();
        config.origins = Some(list(&self.origins));
        config.methods = Some(list(&self.methods)).filter(|methods| !methods.is_empty());
        config.allow_headers = list(&self.allow_headers);
        config.expose_headers = list(&self.expose_headers);
        config.credentials = self.credentials;
        let max_age = Some(self.max_age.trim()).filter(|max_age| !max_age.is_empty());
        config.max_age = max_age.map(|text| text.parse::<u32>().map_or_else(|_| text.into(), Into::into));
        config.dangerously_allow = list(&self.dangerously_allow);
        config
    }

    /// Returns the policy on a route that serves the requested method, unless `methods` excludes it.
    fn served(&self) -> Option<Policy> {
        let mut config = self.config();
        let methods = config.methods.get_or_insert_with(|| vec![self.method.trim().to_owned()]);
        if !methods.iter().any(|method| method == self.method.trim() || method == "*") {
            return None;
        }
        config.try_into().ok()
    }

    /// Sends what the model sends to a server with the policy.
    fn exchanges(&self, case: &Case<'_>) -> Vec<Exchange> {
        let (mut log, policy) = (Vec::new(), self.served());
        let _judged_again_with_reasons = Browser::at(self.page.trim()).fetch(case.request(API), |sent| {
            let Ok(exchange) = respond(&sent, policy.as_ref()) else {
                return Received::failure("the request cannot be sent");
            };
            let received = replay(&exchange);
            log.push(Exchange { number: log.len() as u64 + 1, ..exchange });
            received
        });
        log
    }
}

/// Responds as a handler does whose route has the policy.
fn respond(sent: &Sent, policy: Option<&Policy>) -> http::Result<Exchange> {
    let request = sent.to_http()?;
    let handled = if sent.is_preflight() {
        http::Response::builder().status(405)
    } else {
        http::Response::builder()
            .header("content-type", "text/plain")
            .header("etag", "\"1\"")
            .header("x-total", "42")
    };
    let mut response = handled.body(())?;
    match policy.map(|policy| policy.respond_to(&request)) {
        Some(HttpDecision::Respond(made)) => response = made,
        Some(HttpDecision::Decorate(decoration)) => decoration.apply(response.headers_mut()),
        None => {}
    }
    let preflight_for =
        request.headers().get("access-control-request-method").filter(|_| sent.is_preflight());
    Ok(Exchange {
        at: Instant::now(),
        number: 0,
        method: sent.method().to_owned(),
        path: sent.target().to_owned(),
        preflight_for: preflight_for.map(|method| String::from_utf8_lossy(method.as_bytes()).into_owned()),
        sent: lines(request.headers().iter().map(|(name, value)| (name.as_str(), value.as_bytes()))),
        status: response.status().as_u16(),
        received: lines(response.headers().iter().map(|(name, value)| (name.as_str(), value.as_bytes()))),
    })
}

fn list(text: &str) -> Vec<String> {
    let items = text.split([',', ' ', '\n', '\t']).filter(|item| !item.is_empty());
    items.map(str::to_owned).collect()
}

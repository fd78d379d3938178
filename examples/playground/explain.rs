//! Explanations of the browser's behaviour: `cors_browser` replays the exchanges that the API recorded.

use cors_browser::{Blocked, Browser, Readable, Reason, Received, Request, Sent, Stage, Step};
use serde::Serialize;

use crate::cases::Case;
use crate::console::Sentence;
use crate::recorder::Exchange;

/// The explanation of the model. Text between backticks is code.
#[derive(Serialize)]
pub(crate) struct Explanation {
    readable: bool,
    why: Vec<String>,
    /// The sentence in the console of the browser.
    console: Option<Sentence>,
    /// The response headers that the script can read.
    names: Vec<String>,
}

/// A case that a page has run.
pub(crate) struct Run<'r> {
    pub(crate) case: &'r Case<'r>,
    /// The origins of the page and of the API.
    pub(crate) page: &'r str,
    pub(crate) api: &'r str,
    /// All exchanges with this method and path. Those with a number above `since` are new.
    pub(crate) log: &'r [Exchange],
    pub(crate) since: u64,
    /// The advice for a response that no policy of the handler has decorated.
    pub(crate) advice: Option<String>,
}

impl Run<'_> {
    /// Runs the model on the responses that the browser got.
    pub(crate) fn explain(&self) -> Explanation {
        let mut preflight = None;
        let outcome = Browser::at(self.page).fetch(self.case.request(self.api), |sent| {
            let exchange = self.exchange_of(&sent);
            if sent.is_preflight() {
                preflight = Some((sent, exchange));
            }
            exchange.map(replay).ok_or("the API saw no such request")
        });
        let mut why = vec![match preflight {
            None => format!(
                "A `{}` like this is a simple request: the browser sends it without a preflight.",
                self.case.method
            ),
            Some((sent, exchange)) => self.of_preflight(&sent, exchange),
        }];
        match &outcome {
            Ok(readable) => why.push(self.of_readable(readable)),
            Err(blocked) => why.extend(self.of_blocked(blocked)),
        }
        let names = outcome.iter().flat_map(|readable| readable.headers().iter());
        Explanation {
            readable: outcome.is_ok(),
            why,
            names: names.map(|(name, _)| name.to_ascii_lowercase()).collect(),
            console: outcome.err().and_then(|blocked| Sentence::of(&blocked)),
        }
    }

    /// Returns the exchange of a request. The preflight response may come from the browser's cache.
    fn exchange_of(&self, sent: &Sent) -> Option<&Exchange> {
        let mut newest_first = self.log.iter().rev();
        newest_first.find(|exchange| match exchange.preflight_for {
            Some(_) => sent.is_preflight(),
            None => !sent.is_preflight() && exchange.number > self.since,
        })
    }

    fn of_preflight(&self, sent: &Sent, exchange: Option<&Exchange>) -> String {
        let needs = format!("A form could not send {}", self.beyond_forms(sent));
        let Some(remembered) = exchange.filter(|exchange| exchange.number <= self.since) else {
            return format!("{needs}, so the browser sent a preflight first.");
        };
        let max_age = remembered.received.iter().find(|(name, _)| name == "access-control-max-age");
        let how_long = match max_age {
            Some((_, seconds)) => format!("{seconds} s (`Access-Control-Max-Age`)"),
            None => "5 s, the default without `Access-Control-Max-Age`".to_owned(),
        };
        let ago = remembered.at.elapsed().as_secs();
        format!(
            "{needs}. The browser sent a preflight {ago} s ago and cached the response for {how_long}, so it sent no new one."
        )
    }

    /// Names the cause of the preflight: the method, or headers.
    fn beyond_forms(&self, preflight: &Sent) -> String {
        let method = self.case.method;
        let bare = Request::new(method, format!("{}{}", self.api, self.case.path));
        let is_method =
            matches!(Browser::at(self.page).start(bare), Step::Send(sent, _) if sent.is_preflight());
        let names = preflight.headers().get("access-control-request-headers").unwrap_or_default();
        let names = String::from_utf8_lossy(&names).into_owned();
        let headers =
            self.case.headers.iter().filter(|(name, _)| names.split(',').any(|asked| asked == *name));
        let method = is_method.then(|| format!("the method `{method}`"));
        let headers = headers.map(|(name, value)| format!("`{name}: {value}`"));
        method.into_iter().chain(headers).collect::<Vec<_>>().join(" or ")
    }

    fn of_readable(&self, readable: &Readable) -> String {
        let actual = self.log.iter().rfind(|exchange| exchange.preflight_for.is_none());
        let received = actual.map(|exchange| exchange.received.as_slice()).unwrap_or_default();
        let decisive = ["access-control-allow-credentials", "access-control-allow-origin"];
        let said = received.iter().filter(|(name, _)| decisive.contains(&name.as_str()));
        let said: Vec<String> = said.map(|(name, value)| format!("`{name}: {value}`")).collect();
        format!(
            "The response, with status {}, has {}: the script gets it.",
            readable.status(),
            said.join(" and ")
        )
    }

    fn of_blocked(&self, blocked: &Blocked) -> [String; 2] {
        let then = match blocked.stage() {
            Stage::Request => "Nothing was sent.",
            Stage::Preflight => "The actual request was never sent.",
            Stage::Actual => "The API still handled the request: CORS protects reading.",
        };
        let text = blocked.to_string();
        let text = match (&self.advice, text.rsplit_once("; ")) {
            (Some(advice), Some((problem, _))) if *blocked.reason() == Reason::AllowOriginMissing => {
                format!("{problem}; {advice}")
            }
            _ => text,
        };
        [text, then.to_owned()]
    }
}

pub(crate) fn replay(exchange: &Exchange) -> Received {
    let headers = exchange.received.iter().map(|(name, value)| (name.as_str(), value));
    Received::response(exchange.status, headers.collect(), Vec::new())
}

//! Why the browser did what it did: the model of `cors_browser` goes through what the API recorded.

use cors_browser::{Blocked, Browser, Readable, Received, Request, Sent, Stage, Step};
use serde::Serialize;

use crate::cases::Case;
use crate::recorder::Exchange;

/// What the model says. Text between backticks is code.
#[derive(Serialize)]
pub(crate) struct Explanation {
    readable: bool,
    why: Vec<String>,
}

/// A case that a page has run.
pub(crate) struct Run<'r> {
    pub(crate) case: &'r Case,
    /// The origins of the page and of the API.
    pub(crate) page: &'r str,
    pub(crate) api: &'r str,
    /// All exchanges of requests like this one. New are those with a number above `since`.
    pub(crate) log: &'r [Exchange],
    pub(crate) since: u64,
}

impl Run<'_> {
    /// Lets the model decide on the answers that the browser got.
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
            Err(blocked) => why.extend(of_blocked(blocked)),
        }
        Explanation { readable: outcome.is_ok(), why }
    }

    /// What the API recorded of a request. The answer to a preflight may be one that the browser remembers.
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

    /// What made the preflight necessary: the method, or headers.
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
}

fn replay(exchange: &Exchange) -> Received {
    let headers = exchange.received.iter().map(|(name, value)| (name.as_str(), value));
    Received::response(exchange.status, headers.collect(), Vec::new())
}

fn of_blocked(blocked: &Blocked) -> [String; 2] {
    let then = match blocked.stage() {
        Stage::Request => "Nothing was sent.",
        Stage::Preflight => "The actual request was never sent.",
        Stage::Actual => "The API still handled the request: CORS protects reading.",
    };
    [blocked.to_string(), then.to_owned()]
}

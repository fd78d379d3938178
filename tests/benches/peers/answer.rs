//! Comparison of two responses from a browser's view.
//!
//! The peers' responses differ from ours in places, with the same result in a browser:
//!
//! - A refused preflight gets 403 from ours and from rocket_cors, 400 from actix-cors, and 200 without
//!   `Access-Control-Allow-Origin` from tower-http. Browsers refuse all of them.
//! - For unlisted headers, ours and tower-http send the list of the policy, and the browser refuses; actix-cors and
//!   rocket_cors compare the headers themselves.
//! - actix-cors and tower-http send `Access-Control-Allow-Credentials` on refusals, and on requests that are not CORS
//!   requests.
//! - rocket_cors does not run the handler for a refused request, and responds with 403.

use std::collections::BTreeSet;

use crate::Stack;
use crate::apps::policies::METHOD;
use crate::cases::{Ask, Case, Kind};
use crate::measure::Contestants;

/// The parts of a response that concern CORS.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    headers: Vec<(String, String)>,
}

impl Answer {
    pub(crate) fn new<'h>(status: u16, headers: impl Iterator<Item = (&'h str, &'h [u8])>) -> Self {
        let owned = |(name, value): (&str, &[u8])| {
            (name.to_ascii_lowercase(), String::from_utf8_lossy(value).into_owned())
        };
        Self { status, headers: headers.map(owned).collect() }
    }

    /// Reports whether a browser lets a page with credentials proceed (Fetch, "CORS check" and "CORS-preflight fetch").
    fn is_allowed(&self, case: &Case, origin: &str) -> bool {
        let lists = |name, member: &str| self.members(name).contains(member);
        let is_checked = self.text("access-control-allow-origin") == [origin]
            && self.text("access-control-allow-credentials") == ["true"];
        let is_preflighted = || {
            (200..300).contains(&self.status)
                && lists("access-control-allow-methods", &METHOD.to_ascii_lowercase())
                && requested(&case.ask).all(|name| lists("access-control-allow-headers", name))
        };
        is_checked && (!case.kind.is_preflight() || is_preflighted())
    }

    fn text(&self, name: &str) -> Vec<&str> {
        self.headers.iter().filter(|(other, _)| other == name).map(|(_, value)| value.as_str()).collect()
    }

    /// Returns the members of a list, in lower case.
    fn members(&self, name: &str) -> BTreeSet<String> {
        self.text(name)
            .iter()
            .flat_map(|line| line.split(','))
            .map(|member| member.trim().to_ascii_lowercase())
            .collect()
    }

    /// Returns the values that a browser uses after it allows a request.
    fn acted_on(&self) -> Vec<BTreeSet<String>> {
        [
            "access-control-allow-origin",
            "access-control-allow-credentials",
            "access-control-allow-methods",
            "access-control-allow-headers",
            "access-control-max-age",
            "access-control-expose-headers",
        ]
        .map(|name| self.members(name))
        .into()
    }
}

fn requested(ask: &Ask) -> impl Iterator<Item = &'static str> {
    let line = ask.headers.iter().find(|(name, _)| *name == "access-control-request-headers");
    line.into_iter().flat_map(|(_, line)| line.split(','))
}

/// Checks that the contestants respond as the table claims.
///
/// # Errors
/// The difference.
pub(crate) fn compare(stack: &Stack, case: &Case, contestants: &Contestants) -> Result<(), String> {
    for number in 0..case.ask.origins.len().max(1) {
        let [bare, ours, peer] = contestants.each(|contestant| contestant.answer(&case.ask, number));
        let expected_of_bare = if case.kind.is_preflight() { 204 } else { 200 };
        let statuses = [expected_of_bare, (stack.statuses[0])(case.kind), (stack.statuses[1])(case.kind)];
        let is_allowed = |answer: &Answer| match case.ask.origin(number) {
            Some(origin) => answer.is_allowed(case, origin),
            // Without an origin no page asks for access.
            None => !answer.text("access-control-allow-origin").is_empty(),
        };
        let agree = (case.kind.is_preflight() || has_usual_headers(stack, &bare))
            && statuses == [bare.status, ours.status, peer.status]
            && [&ours, &peer].iter().all(|answer| is_allowed(answer) == case.kind.is_allowed())
            && (!case.kind.is_allowed() || ours.acted_on() == peer.acted_on());
        if !agree {
            return Err(format!(
                "{}, {}, {:?}: the answers differ from what is expected, or from each other:\n  \
                 statuses {statuses:?} expected\n  bare {bare:?}\n  ours {ours:?}\n  {} {peer:?}",
                stack.name,
                case.name,
                case.ask.origin(number),
                stack.peer,
            ));
        }
    }
    Ok(())
}

/// Reports whether a response of the handler alone has the headers that every such response has, so that nobody meets an empty
/// map. actix-web and Rocket add the length when they send a response.
fn has_usual_headers(stack: &Stack, bare: &Answer) -> bool {
    let is_of_http = stack.peer == "tower-http";
    !bare.text("content-type").is_empty() && (!is_of_http || bare.text("content-length") == ["2"])
}

/// Returns the status of ours, in every stack.
pub(crate) fn status_of_ours(kind: Kind) -> u16 {
    match kind {
        Kind::AllowedPreflight | Kind::ForeignHeaders => 204,
        Kind::RefusedPreflight => 403,
        Kind::AllowedActual | Kind::RefusedActual | Kind::NotCors => 200,
    }
}

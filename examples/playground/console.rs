//! The sentences that Chromium writes into its console, which people search for.

use cors_browser::{Blocked, Reason, Stage};
use serde::Serialize;

use crate::guide::GUIDE;

/// A sentence of the console, with the address of its entry in the guide.
#[derive(Serialize)]
pub(crate) struct Sentence {
    text: String,
    entry: String,
}

impl Sentence {
    /// Returns the sentence about a failed check. `None` for failures that no policy of `#[cors]` leads to.
    pub(crate) fn of(blocked: &Blocked) -> Option<Self> {
        let (check, words) = check(blocked.reason())?;
        let preflight = match blocked.stage() {
            Stage::Preflight if !check.ends_with("in preflight response.") => {
                "Response to preflight request doesn't pass access control check: "
            }
            _ => "",
        };
        let (url, origin) = (blocked.url(), blocked.origin());
        let text = format!(
            "Access to fetch at '{url}' from origin '{origin}' has been blocked by CORS policy: {preflight}{check}"
        );
        Some(Self { text, entry: format!("/it_still_fails#{}", GUIDE.entry(words)?) })
    }
}

/// Returns Chromium's words for a check, and the part of them that every such sentence has.
fn check(reason: &Reason) -> Option<(String, &'static str)> {
    Some(match reason {
        Reason::AllowOriginMissing => {
            fixed("No 'Access-Control-Allow-Origin' header is present on the requested resource.")
        }
        Reason::AllowOriginWildcard => fixed(
            "The value of the 'Access-Control-Allow-Origin' header in the response must not be the wildcard '*' when the \
             request's credentials mode is 'include'.",
        ),
        Reason::AllowCredentials => fixed(
            "The value of the 'Access-Control-Allow-Credentials' header in the response is '' which must be 'true' when the \
             request's credentials mode is 'include'.",
        ),
        Reason::HeaderNotAllowed(name) => {
            let words = "is not allowed by Access-Control-Allow-Headers in preflight response.";
            (format!("Request header field {name} {words}"), words)
        }
        Reason::MethodNotAllowed(method) => {
            let words = "is not allowed by Access-Control-Allow-Methods in preflight response.";
            (format!("Method {method} {words}"), words)
        }
        _ => return None,
    })
}

fn fixed(words: &'static str) -> (String, &'static str) {
    (words.to_owned(), words)
}

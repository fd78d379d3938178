//! The result of a script's request in the model or in Chromium, in one comparable form.

use std::collections::BTreeMap;

use cors_browser::{Blocked, Readable, Reason, ResponseType, Stage};
use serde_json::Value;

/// The result of a script's request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// A response.
    Readable(Seen),
    /// An error, with its reason from the browser's developer tools.
    Blocked {
        /// The stage at which the request failed.
        stage: Stage,
        /// The check that failed.
        reason: Reason,
    },
}

/// A response as a script sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen {
    /// The type and whether the request was redirected. Only `fetch()` has these.
    pub kind: Option<(&'static str, bool)>,
    /// The status.
    pub status: u16,
    /// The URL.
    pub url: String,
    /// The headers, except those that differ from one response to the next.
    pub headers: BTreeMap<String, String>,
    /// The body.
    pub body: String,
}

/// Headers that differ between two responses to one request: they depend on the time and on the client.
const VOLATILE: [&str; 3] = ["connection", "date", "keep-alive"];

impl Outcome {
    /// Converts the result of the model. `fetch` is set if the script uses `fetch()`.
    pub(super) fn of_model(outcome: &Result<Readable, Blocked>, fetch: bool) -> Self {
        match outcome {
            Ok(readable) => Self::Readable(Seen {
                kind: fetch.then(|| (kind(readable.kind()), readable.redirected())),
                status: readable.status(),
                url: readable.url().to_owned(),
                headers: headers(readable.headers().iter().map(|(name, _)| {
                    (name.to_ascii_lowercase(), readable.header(name).expect("it is there"))
                })),
                body: String::from_utf8_lossy(readable.body()).into_owned(),
            }),
            Err(blocked) => Self::Blocked { stage: blocked.stage(), reason: blocked.reason().clone() },
        }
    }

    /// Converts the result of a script, as `fetch.js` returns it.
    pub(super) fn of_chromium(got: &Value) -> Self {
        let text = |value: &Value| value.as_str().expect("a text").to_owned();
        let pairs = got["headers"].as_array().expect("a list");
        let kind = got["type"].as_str().map(|kind| KINDS.into_iter().find(|known| *known == kind));
        Self::Readable(Seen {
            kind: kind.map(|kind| (kind.expect("a known type"), got["redirected"] == true)),
            status: got["status"].as_u64().expect("a status").try_into().expect("a status"),
            url: text(&got["url"]),
            headers: headers(pairs.iter().map(|pair| (text(&pair[0]), text(&pair[1])))),
            body: text(&got["body"]),
        })
    }
}

const KINDS: [&str; 4] = ["basic", "cors", "opaque", "opaqueredirect"];

fn kind(kind: ResponseType) -> &'static str {
    match kind {
        ResponseType::Basic => "basic",
        ResponseType::Cors => "cors",
        ResponseType::Opaque => "opaque",
        ResponseType::OpaqueRedirect => "opaqueredirect",
        _ => "new",
    }
}

fn headers(all: impl Iterator<Item = (String, String)>) -> BTreeMap<String, String> {
    all.filter(|(name, _)| !VOLATILE.contains(&name.as_str())).collect()
}

//! What a script gets, by the model or in Chromium, in one form that can be compared.

use std::collections::BTreeMap;

use cors_browser::{Blocked, Readable, Reason, ResponseType, Stage};
use serde_json::Value;

/// What a script gets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// A response.
    Readable(Seen),
    /// An error, and what the browser's developer tools say of it.
    Blocked {
        /// How far it came.
        stage: Stage,
        /// The check that failed.
        reason: Reason,
    },
}

/// A response as a script sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen {
    /// The type and whether it was redirected, which only `fetch()` tells.
    pub kind: Option<(&'static str, bool)>,
    /// The status.
    pub status: u16,
    /// The URL.
    pub url: String,
    /// The headers, but for those that differ from one response to the next.
    pub headers: BTreeMap<String, String>,
    /// The body.
    pub body: String,
}

/// Headers that are not the same in two responses to one request: they depend on the time and on the client.
const VOLATILE: [&str; 3] = ["connection", "date", "keep-alive"];

impl Outcome {
    /// What the model says. `fetch` tells whether the script uses `fetch()`.
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

    /// What a script got, as `fetch.js` tells it.
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

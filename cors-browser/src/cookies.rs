//! Cookies that a test sets on a page, and cookies from responses.

use crate::message::{Received, Sent};

/// Names and values. Of the attributes only `Max-Age` counts, since tests have one server.
#[derive(Debug, Clone, Default)]
pub(crate) struct Cookies(Vec<(String, String)>);

impl Cookies {
    pub(crate) fn set(&mut self, name: &str, value: &str) {
        self.0.retain(|(other, _)| other != name);
        self.0.push((name.to_owned(), value.to_owned()));
    }

    /// Adds the header `Cookie` to a request with credentials
    /// ([step 8.21](https://fetch.spec.whatwg.org/#concept-http-network-or-cache-fetch)).
    pub(crate) fn attach(&self, mut sent: Sent) -> Sent {
        if sent.credentials && !self.0.is_empty() {
            let pairs: Vec<_> = self.0.iter().map(|(name, value)| format!("{name}={value}")).collect();
            sent.headers.append("cookie", pairs.join("; "));
        }
        sent
    }

    /// Stores the cookies of a response
    /// ([HTTP-network fetch](https://fetch.spec.whatwg.org/#concept-http-network-fetch)). The caller has to check
    /// that the request had credentials.
    pub(crate) fn store(&mut self, received: &Received) {
        let Ok(message) = &received.0 else { return };
        for line in message.headers.lines("set-cookie") {
            let line = String::from_utf8_lossy(line);
            let (pair, attributes) = line.split_once(';').unwrap_or((&line, ""));
            let Some((name, value)) = pair.split_once('=') else { continue };
            self.set(name.trim(), value.trim());
            if attributes.split(';').any(is_expired) {
                self.0.pop();
            }
        }
    }
}

fn is_expired(attribute: &str) -> bool {
    attribute.split_once('=').is_some_and(|(name, value)| {
        name.trim().eq_ignore_ascii_case("max-age")
            && value.trim().parse().is_ok_and(|seconds: i64| seconds <= 0)
    })
}

//! Many fetches at once, which takes a tenth of the time.

use serde_json::{Value, json};

use super::reason::reason;
use super::{Asked, Chromium, Exchange, Outcome};

/// The number of connections that browsers open to a server.
const AT_ONCE: usize = 6;

const SCRIPT: &str = concat!(
    "const one = async args => {",
    include_str!("fetch.js"),
    "};
    const results = args.all.map(() => []);
    const queue = args.all.entries();
    const work = async () => {
      for (const [index, requests] of queue)
        for (const request of requests)
          results[index].push(await one(request).then(value => ({value}), error => ({error: String(error)})));
    };
    await Promise.all(Array.from({length: args.atOnce}, work));
    return results;"
);

impl Chromium {
    /// Sends sequences of requests from the page, several sequences at once, and returns the outcome of each request.
    /// `sequence_of` returns the sequence of a URL, which may be the URL after a redirect.
    pub fn fetch_all(
        &self,
        all: &[Vec<Asked>],
        sequence_of: impl Fn(&str) -> Option<usize>,
    ) -> Vec<Vec<Outcome>> {
        let requests: Vec<Vec<_>> =
            all.iter().map(|sequence| sequence.iter().map(Asked::to_json).collect()).collect();
        let results = self.run(SCRIPT, &json!({"all": requests, "atOnce": AT_ONCE}));
        let mut said: Vec<(Vec<Exchange>, Vec<String>)> = vec![Default::default(); all.len()];
        for exchange in self.network() {
            if let Some(sequence) = sequence_of(&exchange.url) {
                said[sequence].0.push(exchange);
            }
        }
        for message in self.console() {
            if let Some(sequence) = message.split(' ').find_map(&sequence_of) {
                said[sequence].1.push(message);
            }
        }
        let results = results.as_array().expect("a list").iter().zip(said);
        results.map(|(results, said)| outcomes(results, &said.0, &said.1)).collect()
    }
}

fn outcomes(results: &Value, exchanges: &[Exchange], console: &[String]) -> Vec<Outcome> {
    let outcome = |result: &Value| match result.get("error") {
        None => Outcome::of_chromium(&result["value"]),
        Some(error) => {
            let (stage, reason) = reason(exchanges, console, &error.to_string());
            Outcome::Blocked { stage, reason }
        }
    };
    results.as_array().expect("a list").iter().map(outcome).collect()
}

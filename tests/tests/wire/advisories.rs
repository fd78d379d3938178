//! Published flaws of CORS libraries, as requests to each adapter.

use cors_oracle::corpus::{AdvisoryRequest, Seen, advisories};
use cors_tests::apps::vectors;
use cors_tests::counters::watch;
use cors_tests::framework::{App, Framework};
use cors_tests::wire::{Request, send};

#[test]
fn no_published_flaw_is_ours() {
    let servers = Framework::servers(App::Vectors);
    let mut wrong = Vec::new();
    for advisory in advisories() {
        for (request, expect) in &advisory.requests {
            let request = sent(request, &vectors::advisory_path(&advisory.id));
            for (framework, server) in &servers {
                let (response, ran) = watch(|| send(server.address, &request).unwrap());
                let headers = response.headers.into_iter();
                let seen = Seen {
                    status: response.status,
                    headers: headers.map(|(name, value)| (lower(&name), value)).collect(),
                    handler_ran: !ran.is_empty(),
                };
                // A server need not read such long lines.
                let unread = matches!(seen.status, 400 | 431) && request.to_bytes().len() > 60_000;
                let differences = seen.differences(expect);
                if !differences.is_empty() && !unread {
                    let place = format!("{}, {}", framework.name(), advisory.id);
                    wrong.push(format!("{place}: {differences:?} of {expect} in {seen:?}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{} answers:\n{}", wrong.len(), wrong.join("\n"));
}

/// Returns the request with the path of the row's own handler.
fn sent(request: &AdvisoryRequest, path: &str) -> Request {
    let sent = Request { body: request.body.clone().into_bytes(), ..Request::new(&request.method, path) };
    request.headers.iter().fold(sent, |sent, (name, value)| sent.header(name, value))
}

fn lower(name: &[u8]) -> String {
    String::from_utf8_lossy(name).to_lowercase()
}

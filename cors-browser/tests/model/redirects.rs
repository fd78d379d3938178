//! The rows of `redirects.json`.

use cors_browser::{Browser, HeaderList, Received, ResponseType, Sent};
use serde_json::Value;

use crate::data::{request, rows, text};

fn url(hop: &Value, number: usize) -> String {
    let origin = text(hop, "origin");
    match (origin.split_once("://"), hop["userinfo"].as_str()) {
        (Some((scheme, host)), Some(userinfo)) => format!("{scheme}://{userinfo}@{host}/{number}"),
        _ => format!("{origin}/{number}"),
    }
}

/// Returns the number of the hop, the last part of its path.
fn number(sent: &Sent) -> usize {
    sent.url().rsplit_once('/').unwrap().1.parse().unwrap()
}

fn answer(hops: &[Value], status: u16, sent: &Sent) -> Received {
    let number = number(sent);
    let (hop, mut headers) = (&hops[number], HeaderList::new());
    match hop["acao"].as_str() {
        Some("echo") => {
            if let Some(origin) = sent.headers().get("origin") {
                headers.append("Access-Control-Allow-Origin", origin);
            }
        }
        Some(origin) => headers.append("Access-Control-Allow-Origin", origin),
        None => {}
    }
    if hop["acac"] == true {
        headers.append("Access-Control-Allow-Credentials", "true");
    }
    for (key, name) in [("acah", "Access-Control-Allow-Headers"), ("acam", "Access-Control-Allow-Methods")] {
        if let Some(value) = hop[key].as_str() {
            headers.append(name, value);
        }
    }
    let redirects = !sent.is_preflight() || hop["preflight_redirects"] == true;
    match hops.get(number + 1).filter(|_| redirects) {
        Some(next) => {
            headers.append("Location", url(next, number + 1));
            Received::response(status, headers, Vec::new())
        }
        None => Received::response(200, headers, Vec::new()),
    }
}

#[test]
fn redirects_are_followed_as_the_vectors_say() {
    for row in rows("redirects.json") {
        let hops = row["hops"].as_array().unwrap();
        for status in row["statuses"].as_array().unwrap() {
            let (name, status) = (format!("{} with {status}", text(&row, "id")), status.as_u64().unwrap());
            let mut seen = Vec::new();
            let outcome = Browser::at(text(&row["request"], "origin")).fetch(
                request(&row["request"], &url(&hops[0], 0)),
                |sent| {
                    let answer = answer(hops, u16::try_from(status).unwrap(), &sent);
                    seen.push(sent);
                    answer
                },
            );
            let is_expected = text(&row["expect"], "result") == "success";
            assert_eq!(outcome.is_ok(), is_expected, "{name}: {outcome:?}");
            if let Ok(readable) = outcome {
                assert!(readable.redirected(), "{name}");
                if let Some(kind) = row["expect"]["response_type"].as_str() {
                    assert_eq!((kind, readable.kind()), ("cors", ResponseType::Cors), "{name}");
                }
                assert_eq!(seen.iter().filter(|sent| !sent.is_preflight()).count(), hops.len(), "{name}");
            }
            check_requests(&name, &row["expect"], &seen);
        }
    }
}

fn check_requests(name: &str, expect: &Value, seen: &[Sent]) {
    let last = seen.last().unwrap();
    let value = |name| last.headers().get(name).map(|value| String::from_utf8(value).unwrap());
    for (key, header) in [("final_origin_header", "origin"), ("final_content_type", "content-type")] {
        if let Some(expected) = expect.get(key) {
            assert_eq!(value(header).as_deref(), expected.as_str(), "{name}: {header}");
        }
    }
    if let Some(method) = expect["final_method"].as_str() {
        assert_eq!(last.method(), method, "{name}");
    }
    if let Some(has) = expect["final_request_has_authorization"].as_bool() {
        assert_eq!(value("authorization").is_some(), has, "{name}");
    }
    if let Some(expected) = expect["preflights"].as_array() {
        let expected: Vec<_> = expected.iter().map(|hop| hop.as_u64().unwrap()).collect();
        let preflights: Vec<_> =
            seen.iter().filter(|sent| sent.is_preflight()).map(|sent| number(sent) as u64).collect();
        assert_eq!(preflights, expected, "{name}");
    }
}

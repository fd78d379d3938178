//! Every row of `tests/data/wpt` that concerns the model.

use std::time::Duration;

use cors_browser::{
    Blocked, Browser, HeaderList, Mode, Readable, Reason, Received, Request, ResponseType, Sent, Stage,
    is_forbidden_header, is_safelisted_header,
};
use serde_json::Value;

use crate::data::{FILES, NOT_RUN, all_rows, bytes, request, response, rows, text, word};

/// A URL that is cross-origin to all pages.
const ELSEWHERE: &str = "http://elsewhere.test/";

fn sent_value(sent: &Sent, name: &str) -> Option<String> {
    sent.headers().get(name).map(|value| String::from_utf8(value).unwrap())
}

fn check_reason(id: &str, blocked: &Blocked, expect: &Value) {
    if let Some(reason) = expect["reason"].as_str() {
        assert_eq!(word(blocked.reason()).0, reason, "{id}: {blocked}");
    }
    if let Some(detail) = expect["detail"].as_str() {
        assert_eq!(word(blocked.reason()).1, detail, "{id}: {blocked}");
    }
}

#[test]
fn nearly_all_rows_are_run() {
    let total: usize = FILES.iter().map(|(_, count)| count).sum();
    assert_eq!(total, 559);
    for (file, count) in FILES {
        assert_eq!(all_rows(file).len(), count, "{file}");
    }
    let not_run: usize = NOT_RUN.iter().map(|(_, ids, _)| ids.len()).sum();
    let run: usize = FILES.iter().map(|(file, _)| rows(file).len()).sum();
    assert_eq!(run, total - not_run);
    assert!(not_run * 20 <= total, "{not_run} of {total} rows are not run");
}

fn cors_checks(file: &str) {
    for row in rows(file) {
        let (id, asked) = (text(&row, "id"), &row["request"]);
        let request = request(asked, &format!("{}/", text(asked, "target")));
        let outcome =
            Browser::at(text(asked, "origin")).fetch(request, |_| response(200, &row["response_headers"]));
        match (text(&row["expect"], "result"), outcome) {
            ("success", Ok(readable)) => assert_eq!(readable.kind(), ResponseType::Cors, "{id}"),
            ("failure", Err(blocked)) => {
                assert_eq!(blocked.stage(), Stage::Actual, "{id}");
                check_reason(id, &blocked, &row["expect"]);
            }
            (_, outcome) => panic!("{id}: {outcome:?}"),
        }
    }
}

#[test]
fn allow_origin() {
    cors_checks("cors-check-acao.json");
}

#[test]
fn allow_credentials() {
    cors_checks("cors-check-acac.json");
}

#[test]
fn exposed_headers() {
    for row in rows("expose-headers.json") {
        let (id, asked) = (text(&row, "id"), &row["request"]);
        let readable = Browser::at(text(asked, "origin"))
            .fetch(request(asked, ELSEWHERE), |_| response(200, &row["response_headers"]))
            .unwrap_or_else(|blocked| panic!("{id}: {blocked}"));
        for (name, value) in row["expect"]["visible"].as_object().unwrap() {
            assert_eq!(readable.header(name).as_deref(), value.as_str(), "{id}: {name}");
        }
        for name in row["expect"]["hidden"].as_array().unwrap() {
            assert_eq!(readable.header(name.as_str().unwrap()), None, "{id}: {name}");
        }
    }
}

#[test]
fn forbidden_methods_and_headers() {
    for row in rows("forbidden.json") {
        let (id, forbidden) = (text(&row, "id"), row["expect"]["forbidden"] == true);
        if text(&row, "kind") == "method" {
            let request = Request::new(text(&row, "method"), "/");
            let outcome = Browser::at("http://a.test").fetch(request, |_| http::Response::new(""));
            let blocked = outcome.is_err_and(|blocked| *blocked.reason() == Reason::ForbiddenMethod);
            assert_eq!(blocked, forbidden, "{id}");
        } else {
            let (name, value) = (text(&row, "name"), bytes(text(&row, "value")));
            assert_eq!(is_forbidden_header(name, &value), forbidden, "{id}");
            let request = Request::get("/").header(name, &value);
            let sent = |sent: Sent| {
                assert_eq!(sent.headers().get(name).is_none(), forbidden, "{id}");
                http::Response::new("")
            };
            Browser::at("http://a.test").fetch(request, sent).unwrap();
        }
    }
}

/// Redirects along `urls`. Every response is shared with all origins, or with those that the row names.
fn along(urls: &[String], seen: &mut Vec<Sent>, last: &Value, sent: Sent) -> Received {
    let at = urls.iter().position(|url| *url == sent.url()).unwrap();
    seen.push(sent);
    match urls.get(at + 1) {
        Some(next) => {
            let headers = [("access-control-allow-origin", "*"), ("location", next)];
            Received::response(308, HeaderList::from_iter(headers), Vec::new())
        }
        None => response(200, last),
    }
}

fn urls(asked: &Value) -> Vec<String> {
    let via = asked["via"].as_array().cloned().unwrap_or_default();
    let origins = via.iter().map(|origin| origin.as_str().unwrap()).chain([text(asked, "target")]);
    origins.enumerate().map(|(hop, origin)| format!("{origin}/{hop}")).collect()
}

#[test]
fn origin_header() {
    for row in rows("origin-header.json") {
        let (id, asked) = (text(&row, "id"), &row["request"]);
        let (urls, mut seen) = (urls(asked), Vec::new());
        let shared =
            serde_json::json!([["access-control-allow-origin", "*"], ["access-control-allow-methods", "*"]]);
        let transport = |sent| along(&urls, &mut seen, &shared, sent);
        Browser::at(text(asked, "origin"))
            .fetch(request(asked, &urls[0]), transport)
            .unwrap_or_else(|blocked| panic!("{id}: {blocked}"));
        let last = seen.last().unwrap();
        assert!(!last.is_preflight(), "{id}");
        assert_eq!(sent_value(last, "origin").as_deref(), row["expect"]["origin"].as_str(), "{id}");
    }
}

#[test]
fn response_tainting() {
    for row in rows("response-tainting.json") {
        let (id, asked, expect) = (text(&row, "id"), &row["request"], &row["expect"]);
        let (urls, mut seen) = (urls(asked), Vec::new());
        let transport = |sent| along(&urls, &mut seen, &row["response_headers"], sent);
        let outcome = Browser::at(text(asked, "origin")).fetch(request(asked, &urls[0]), transport);
        let kind = match outcome.as_ref().map(Readable::kind) {
            Ok(ResponseType::Basic) => "basic",
            Ok(ResponseType::Cors) => "cors",
            Ok(ResponseType::Opaque) => "opaque",
            Ok(ResponseType::OpaqueRedirect) => "opaqueredirect",
            Err(_) => "error",
            other => panic!("{other:?}"),
        };
        assert_eq!(kind, text(expect, "type"), "{id}");
        if let Some(status) = expect["status"].as_u64() {
            assert_eq!(
                outcome.map_or(0, |readable| readable.status()),
                u16::try_from(status).unwrap(),
                "{id}"
            );
        }
    }
}

#[test]
fn preflight_cache() {
    for row in rows("preflight-cache.json") {
        let (id, mut now) = (text(&row, "id"), 0.0);
        let mut browser = Browser::at("null");
        for (number, step) in row["steps"].as_array().unwrap().iter().enumerate() {
            let time = step["t"].as_f64().unwrap();
            browser.advance(Duration::from_secs_f64(time - now));
            now = time;
            browser.go_to(text(&step["request"], "origin"));
            browser.embed_in(Some(step["partition"].as_str().unwrap_or("A")));
            let mut preflight = false;
            let transport = |sent: Sent| {
                preflight |= sent.is_preflight();
                if sent.is_preflight() {
                    let answer = &step["preflight_response"];
                    return response(answer["status"].as_u64().unwrap_or(200), &answer["headers"]);
                }
                let origin = sent_value(&sent, "origin").unwrap();
                let headers = [
                    ("access-control-allow-origin", origin.as_str()),
                    ("access-control-allow-credentials", "true"),
                ];
                Received::response(200, HeaderList::from_iter(headers), Vec::new())
            };
            let outcome = browser.fetch(request(&step["request"], text(&step["request"], "url")), transport);
            assert_eq!(preflight, step["expect_preflight"] == true, "{id}, step {number}: {outcome:?}");
            let allowed = step["expect_result"].as_str().unwrap_or("allow") == "allow";
            assert_eq!(outcome.is_ok(), allowed, "{id}, step {number}: {outcome:?}");
        }
    }
}

#[test]
fn preflight_request() {
    for row in rows("preflight-request.json") {
        let (id, expect, mut seen) = (text(&row, "id"), &row["expect"], Vec::new());
        let _ = Browser::at("http://a.test").fetch(request(&row["request"], ELSEWHERE), |sent| {
            seen.push(sent);
            http::Response::new("")
        });
        let [sent] = &seen[..] else { panic!("{id}") };
        assert_eq!(sent.is_preflight(), expect["preflight"] == true, "{id}");
        assert_eq!(sent.is_preflight(), sent.method() == "OPTIONS", "{id}");
        for (name, key) in
            [("access-control-request-method", "acrm"), ("access-control-request-headers", "acrh")]
        {
            assert_eq!(sent_value(sent, name).as_deref(), expect[key].as_str(), "{id}");
        }
        for name in expect["preflight_must_not_carry"].as_array().into_iter().flatten() {
            assert_eq!(sent_value(sent, name.as_str().unwrap()), None, "{id}");
        }
        for pair in expect["preflight_carries"].as_array().into_iter().flatten() {
            assert_eq!(sent_value(sent, pair[0].as_str().unwrap()).as_deref(), pair[1].as_str(), "{id}");
        }
    }
}

#[test]
fn preflight_response() {
    for row in rows("preflight-response.json") {
        let (id, asked, answer) = (text(&row, "id"), &row["request"], &row["preflight_response"]);
        let mut preflights = 0;
        let outcome = Browser::at(text(asked, "origin")).fetch(request(asked, ELSEWHERE), |sent| {
            preflights += u32::from(sent.is_preflight());
            match sent.is_preflight() {
                true => response(answer["status"].as_u64().unwrap(), &answer["headers"]),
                false => Received::failure("sent"),
            }
        });
        let blocked = outcome.unwrap_err();
        assert_eq!(preflights, u32::from(row["expect"]["preflight"] == true), "{id}");
        if text(&row["expect"], "result") == "allow" {
            assert_eq!(*blocked.reason(), Reason::Network("sent".to_owned()), "{id}: {blocked}");
        } else {
            assert_eq!(blocked.stage(), Stage::Preflight, "{id}: {blocked}");
            check_reason(id, &blocked, &row["expect"]);
        }
    }
}

#[test]
fn safelisted_request_headers() {
    for row in rows("safelisted-request-headers.json") {
        let (id, name, value) = (text(&row, "id"), text(&row, "name"), bytes(text(&row, "value")));
        assert_eq!(is_safelisted_header(name, &value), row["expect"]["safelisted"] == true, "{id}");
        let request = Request::post(ELSEWHERE).header(name, &value);
        let preflight = |request| {
            let mut first = None;
            let _ = Browser::at("http://a.test").fetch(request, |sent| {
                first.get_or_insert(sent);
                Received::failure("enough")
            });
            first.unwrap()
        };
        assert_eq!(preflight(request.clone()).is_preflight(), row["expect"]["safelisted"] == false, "{id}");
        if let Some(kept) = row["also_no_cors"].as_bool() {
            let sent = preflight(request.mode(Mode::NoCors));
            let is_set = sent.headers().get(name).as_deref() == Some(&value);
            assert_eq!(is_set, kept, "{id}");
        }
    }
}

#[test]
fn statuses() {
    for row in rows("status.json") {
        let (id, asked) = (text(&row, "id"), &row["request"]);
        let preflighted = asked["preflighted"] == true;
        let mut request = Request::new(text(asked, "method"), ELSEWHERE);
        if preflighted {
            request = request.header("x-nonsimple", "1");
        }
        let shared = match row["cors_ok"] == true {
            true => serde_json::json!([
                ["access-control-allow-origin", "*"],
                ["access-control-allow-methods", "*"],
                ["access-control-allow-headers", "*"]
            ]),
            false => serde_json::json!([]),
        };
        let mut preflights = 0;
        let outcome = Browser::at("http://a.test").fetch(request, |sent| {
            preflights += u32::from(sent.is_preflight());
            let status = if sent.is_preflight() { &row["preflight_status"] } else { &row["response_status"] };
            response(status.as_u64().unwrap(), &shared)
        });
        assert_eq!(preflights, u32::from(preflighted), "{id}");
        let status = outcome.map_or(0, |readable| u64::from(readable.status()));
        assert_eq!(Some(status), row["expect"]["script_status"].as_u64(), "{id}");
    }
}

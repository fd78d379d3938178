//! Comparison of a response with its expectation.

use cors_tests::table::{Case, Expect};
use cors_tests::wire::Response;

/// Returns the differences between the response to a case and its expectation. `got` is `None` if the connection was
/// dropped.
pub(crate) fn wrong(
    server: &str,
    case: &Case,
    expect: &Expect,
    got: Option<&Response>,
    ran: &[&str],
) -> Option<String> {
    let mut wrong = Vec::new();
    let status = got.map(|got| got.status);
    if !expect.outcome.is(status) {
        wrong.push(format!("status {status:?} instead of {:?}", expect.outcome));
    }
    let lines = got.map(Response::cors_lines).unwrap_or_default();
    if lines != expect.lines {
        wrong.push(format!("lines {lines:?} instead of {:?}", expect.lines));
    }
    if ran != expect.ran {
        wrong.push(format!("ran {ran:?} instead of {:?}", expect.ran));
    }
    let body = got.map_or(&[][..], |got| &got.body);
    if expect.body.is_some_and(|expected| expected.as_bytes() != body) {
        wrong.push(format!("the body {:?} instead of {:?}", String::from_utf8_lossy(body), expect.body));
    }
    let bodiless = matches!(status, Some(204 | 304)) || case.request.method == b"HEAD";
    let preflight_refused = status == Some(403) && expect.ran.is_empty();
    if (bodiless || preflight_refused) && !body.is_empty() {
        wrong.push(format!("the body {:?} instead of none", String::from_utf8_lossy(body)));
    }
    // RFC 9110, section 8.6. Handlers may do otherwise.
    let preflight_allowed = status == Some(204) && expect.ran.is_empty();
    if preflight_allowed && got.is_some_and(|got| got.values("content-length").next().is_some()) {
        wrong.push("`Content-Length` on a 204".to_owned());
    }
    (!wrong.is_empty()).then(|| {
        let request = case.request.to_bytes();
        let start = String::from_utf8_lossy(&request[..request.len().min(300)]).replace("\r\n", " | ");
        format!("{server}: {}, {}: {start}\n    {}", case.rule, case.desc, wrong.join("\n    "))
    })
}

/// Fails with all differences.
pub(crate) fn report(wrong: &[String]) {
    assert!(wrong.is_empty(), "{} cases:\n{}", wrong.len(), wrong.join("\n"));
}

/// The outcome of a preflight that allows `origin`.
pub(crate) fn allowed(origin: &str) -> (u16, Option<String>) {
    (204, Some(origin.to_owned()))
}

//! Comparison of a response with its expectation.

use cors_tests::table::{Case, Expect};
use cors_tests::wire::{Response, cors_lines};

/// A response; the status is `None` if the connection was dropped.
#[derive(Debug, Clone, Default)]
pub(crate) struct Got {
    pub(crate) status: Option<u16>,
    pub(crate) headers: Vec<(Vec<u8>, Vec<u8>)>,
    pub(crate) body: Vec<u8>,
}

impl Got {
    pub(crate) fn lines(&self) -> Vec<String> {
        cors_lines(self.headers.iter().map(|(name, value)| (name.as_slice(), value.as_slice())))
    }
}

impl From<Response> for Got {
    fn from(Response { status, headers, body }: Response) -> Self {
        Self { status: Some(status), headers, body }
    }
}

/// Returns the differences between the response to a case and its expectation.
pub(crate) fn wrong(server: &str, case: &Case, expect: &Expect, got: &Got, ran: &[&str]) -> Option<String> {
    let mut wrong = Vec::new();
    if !expect.outcome.is(got.status) {
        wrong.push(format!("status {:?} instead of {:?}", got.status, expect.outcome));
    }
    if got.lines() != expect.lines {
        wrong.push(format!("lines {:?} instead of {:?}", got.lines(), expect.lines));
    }
    if ran != expect.ran {
        wrong.push(format!("ran {ran:?} instead of {:?}", expect.ran));
    }
    if expect.body.is_some_and(|body| body.as_bytes() != got.body) {
        wrong.push(format!("the body {:?} instead of {:?}", String::from_utf8_lossy(&got.body), expect.body));
    }
    let bodiless = matches!(got.status, Some(204 | 304)) || case.request.method == b"HEAD";
    let preflight_refused = got.status == Some(403) && expect.ran.is_empty();
    if (bodiless || preflight_refused) && !got.body.is_empty() {
        wrong.push(format!("the body {:?} instead of none", String::from_utf8_lossy(&got.body)));
    }
    // RFC 9110, section 8.6. Handlers may do otherwise.
    let preflight_allowed = got.status == Some(204) && expect.ran.is_empty();
    if preflight_allowed && got.headers.iter().any(|(name, _)| name.eq_ignore_ascii_case(b"content-length")) {
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

//! Every row of `origins.json` against the matcher, as an actual request and as a preflight.

use cors_core::Policy;
use cors_tests::corpus::{OriginRow, Verdict, origin_rows};

use crate::decide::{Answer, decide};

#[test]
fn every_row_is_decided_as_it_says() {
    let rows = origin_rows();
    assert_eq!(rows.len(), 479);
    let wrong: Vec<String> =
        rows.iter().filter_map(|row| wrong(row).map(|what| format!("{}: {what}", row.id))).collect();
    assert!(wrong.is_empty(), "{} rows:\n{}", wrong.len(), wrong.join("\n"));
}

fn wrong(row: &OriginRow) -> Option<String> {
    let policy = match Policy::builder().origins(row.origins.clone()).build() {
        Ok(policy) => policy,
        Err(error) => return Some(error.to_string()),
    };
    let actual = decide(&policy, b"GET", &row.lines, &[]);
    let preflight = decide(&policy, b"OPTIONS", &row.lines, &[b"PUT".to_vec()]);
    let (allowed, status) = match &row.verdict {
        Verdict::Refuse => (None, 403),
        Verdict::Accept(value) => (Some(value.as_slice()), 204),
    };
    let any = row.origins == ["*"];
    let right = actual.status.is_none()
        && preflight.status == Some(status)
        && [&actual, &preflight].iter().all(|answer| fits(answer, allowed))
        && actual.get("vary") == (!any).then_some(&b"Origin"[..])
        && preflight.get("vary") == (!any).then_some(&b"Origin, Access-Control-Request-Method"[..]);
    (!right).then(|| format!("{actual:?} {preflight:?} for {row:?}"))
}

/// A refused origin gets no CORS header of any kind.
fn fits(answer: &Answer, allowed: Option<&[u8]>) -> bool {
    let cors = answer.headers.iter().filter(|header| header.0.starts_with("access-control-"));
    answer.allow_origin() == allowed && (allowed.is_some() || cors.count() == 0)
}

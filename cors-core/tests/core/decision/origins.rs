//! Every row of `origins.json` against the matcher, as an actual request and as a preflight.

use cors_core::__private::{StaticOrigins, StaticPolicy};
use cors_core::{Origin, Policy};
use cors_oracle::corpus::{OriginRow, Verdict, origin_rows};
use cors_oracle::decide::{Answer, decide};
use cors_oracle::policy_of;

#[test]
fn every_row_is_decided_as_it_says() {
    let rows = origin_rows();
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

/// Checks that a refused origin gets no CORS header of any kind.
fn fits(answer: &Answer, allowed: Option<&[u8]>) -> bool {
    let cors = answer.headers.iter().filter(|header| header.0.starts_with("access-control-"));
    answer.allow_origin() == allowed && (allowed.is_some() || cors.count() == 0)
}

/// The longest parts that the grammar allows, together.
#[test]
fn the_longest_origin_is_allowed_and_none_that_is_longer() {
    let labels = format!("{0}.{0}.{0}.{1}", "a".repeat(63), "a".repeat(61));
    let longest = format!("{}://{labels}:65535", "a".repeat(64));
    assert_eq!(longest.len(), Origin::MAX_LEN);
    let built = Policy::builder().origins([longest.clone()]).build().unwrap();
    let exact: &[&str] = vec![&*longest.clone().leak()].leak();
    let origins = StaticOrigins::List { exact, patterns: &[] };
    let literal = policy_of(StaticPolicy { origins, ..StaticPolicy::SAME_ORIGIN });
    for policy in [built, literal] {
        let answer = decide(&policy, b"GET", &[longest.clone().into_bytes()], &[]);
        assert_eq!(answer.allow_origin(), Some(longest.as_bytes()));
    }
    assert_eq!(Origin::parse(longest.as_bytes()).map(Origin::as_str), Some(&*longest));
    assert_eq!(Origin::parse(format!("a{longest}").as_bytes()), None);
}

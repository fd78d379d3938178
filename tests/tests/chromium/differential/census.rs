//! Coverage of the generated cases.

use std::collections::BTreeMap;

use cors_browser::Reason;
use cors_tests::chromium::Outcome;
use cors_tests::framework::Framework;

use crate::differential::trace::Compared;

/// The minimum of each framework: the percentage of readable responses, and the number of cases for each reason.
const READABLE: usize = 30;
const EACH: usize = 20;

/// Reasons that a server can cause. The others are the script's own, except `RedirectStream`: Chromium sends streams
/// over HTTP/2 only (<https://developer.chrome.com/docs/capabilities/web-apis/fetch-streaming-requests>).
const OF_SERVERS: [&str; 17] = [
    "SameOriginMode",
    "Network",
    "AllowOriginMissing",
    "AllowOriginWildcard",
    "AllowOriginMismatch",
    "AllowCredentials",
    "PreflightRedirect",
    "PreflightStatus",
    "AllowMethodsInvalid",
    "AllowHeadersInvalid",
    "MethodNotAllowed",
    "HeaderNotAllowed",
    "RedirectMode",
    "RedirectLocation",
    "RedirectScheme",
    "RedirectLimit",
    "RedirectCredentials",
];

/// Counts Chromium's outcomes on one framework.
pub(crate) fn take(framework: Framework, compared: &[Compared]) {
    let own: Vec<_> = compared.iter().filter(|compared| compared.framework == framework).collect();
    let framework = framework.name();
    let mut census: BTreeMap<String, usize> = BTreeMap::new();
    for compared in &own {
        *census.entry(kind(&compared.seen.outcomes[0])).or_default() += 1;
    }
    println!("{} cases on {framework}: {census:?}", own.len());
    let count = |kind: &str| census.get(kind).copied().unwrap_or_default();
    assert!(
        count("readable") * 100 >= READABLE * own.len(),
        "too few can be read on {framework}: {census:?}"
    );
    let rare: Vec<_> = OF_SERVERS.into_iter().filter(|reason| count(reason) < EACH).collect();
    assert!(rare.is_empty(), "less than {EACH} of {rare:?} on {framework}: {census:?}");
}

/// Returns the kind of an outcome: a response with a readable status, an opaque response, or the name of the reason for
/// a failure.
fn kind(outcome: &Outcome) -> String {
    match outcome {
        Outcome::Readable(seen) if seen.status == 0 => "opaque".to_owned(),
        Outcome::Readable(_) => "readable".to_owned(),
        Outcome::Blocked { reason, .. } => name(reason),
    }
}

fn name(reason: &Reason) -> String {
    let text = format!("{reason:?}");
    text.split('(').next().unwrap_or_default().to_owned()
}

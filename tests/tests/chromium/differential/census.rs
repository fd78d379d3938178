//! Whether what was made up covers what there is.

use std::collections::BTreeMap;

use cors_browser::Reason;
use cors_tests::chromium::Outcome;

use crate::differential::trace::Compared;

/// Of each framework's cases at least so many in a hundred can be read, and each reason comes so often.
const READABLE: usize = 30;
const EACH: usize = 20;

/// What a server can be the reason of. The others are the script's own, but for `RedirectStream`: Chromium sends streams
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

/// Counts what Chromium did on one framework.
pub(crate) fn take(framework: &str, compared: &[Compared]) {
    let own: Vec<_> = compared.iter().filter(|compared| compared.framework == framework).collect();
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

/// A response whose status the script knows, one of which it knows nothing, or the name of the reason why there is none.
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

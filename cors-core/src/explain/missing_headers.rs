//! `Access-Control-Request-Headers`: names that the preflight response will not allow.

use std::collections::BTreeSet;
use std::fmt::Display;

use crate::explain::reasons::{Reasons, takes_header};
use crate::syntax::list::quoted;
use crate::syntax::token::is_token;

/// The number of bytes that are read of a request's lines. Browsers send only the names of headers that a script has
/// set, which are shorter.
const MAX_BYTES: usize = 1024;

/// The number of lines that are read. Browsers send one.
const MAX_LINES: usize = 16;

/// Returns the line of the log for a preflight that asks for names which the policy does not allow, or may do so in what is not
/// read (Fetch, [CORS-preflight fetch](https://fetch.spec.whatwg.org/#cors-preflight-fetch), steps 7.6 and 7.7).
///
/// `what` names the request: its method, path and origin.
pub(super) fn missing_headers<'r>(
    reasons: Reasons<'_>,
    what: &dyn Display,
    asked: impl Iterator<Item = &'r [u8]>,
) -> Option<String> {
    let listed = || reasons.policy.allow_headers().map_or("", |names| names.as_str()).split(", ");
    // With credentials `*` is a name like any other. Else browsers that follow the standard accept it for every name but
    // `authorization`.
    let is_any = !reasons.policy.credentials() && listed().any(|name| name == "*");
    let is_allowed = |name: &str| {
        (is_any && name != "authorization") || listed().any(|listed| listed.eq_ignore_ascii_case(name))
    };
    let (names, is_cut) = read_names(asked);
    let missing = names.iter().map(String::as_str).filter(|name| !is_allowed(name));
    let (refused, addable): (Vec<&str>, Vec<&str>) = missing.partition(|name| !takes_header(name));
    if refused.is_empty() && addable.is_empty() {
        return is_cut.then(|| {
            format!(
                "browser may block {what}: the page sets more request headers than the {MAX_BYTES} bytes and {MAX_LINES} lines that \
                 are read, and the policy may not allow all of them"
            )
        });
    }
    let (will, reason) = match is_any {
        true => ("may", "by the standard * does not include authorization"),
        false => ("will", "the page sets request headers that the policy does not allow"),
    };
    let mut line = format!("browser {will} block {what}: {reason}");
    if !addable.is_empty() {
        line += &match reasons.policy.allow_headers() {
            None => format!("; add allow_headers = {addable:?}{}", reasons.to_default()),
            Some(_) => format!("; add {} to allow_headers{}", quoted(&addable, '"'), reasons.of_default()),
        };
    }
    if !refused.is_empty() {
        let refused = quoted(&refused, '"');
        line += &format!("; remove {refused} from the page's request, since no policy allows it");
    }
    if is_cut {
        line +=
            &format!("; more may be missing, since only {MAX_BYTES} bytes and {MAX_LINES} lines are read");
    }
    Some(line)
}

/// Returns the names in lower case. The flag is set if the request has more than are read.
fn read_names<'r>(asked: impl Iterator<Item = &'r [u8]>) -> (BTreeSet<String>, bool) {
    let (mut left, mut is_cut, mut names) = (MAX_BYTES, false, BTreeSet::new());
    for (index, mut line) in asked.enumerate() {
        if let Some(start) = line.get(..left).filter(|start| start.len() < line.len()) {
            is_cut = true;
            line = before_last_comma(start);
        }
        if index == MAX_LINES {
            is_cut = true;
            break;
        }
        left = if is_cut { 0 } else { left.saturating_sub(line.len()) };
        let tokens = line.split(|byte| *byte == b',').map(<[u8]>::trim_ascii).filter(|name| is_token(name));
        names.extend(tokens.filter_map(|name| str::from_utf8(name).ok()).map(str::to_ascii_lowercase));
    }
    (names, is_cut)
}

fn before_last_comma(line: &[u8]) -> &[u8] {
    let comma = line.iter().rposition(|byte| *byte == b',');
    comma.and_then(|at| line.get(..at)).unwrap_or_default()
}

//! `Access-Control-Request-Headers`: names that the preflight response will not allow.

use std::collections::BTreeSet;
use std::fmt::Display;

use crate::explain::refusal::{Refusal, takes_header};
use crate::policy::Policy;
use crate::syntax::token::is_token;

/// The number of bytes that are read of a request's lines. Browsers send only the names of headers that a script has
/// set, which are shorter.
const MAX_BYTES: usize = 1024;

/// The number of lines that are read. Browsers send one.
const MAX_LINES: usize = 16;

/// The names that a policy does not allow.
pub(super) struct Missing {
    /// In lower case, at least one.
    names: BTreeSet<String>,
    /// Set if the policy allows `*`. Browsers that follow the standard accept it for every name but `authorization`.
    is_any: bool,
    /// Set if the request has more names than are read.
    is_cut: bool,
}

/// Returns the names of `asked` that the policy does not allow, if there are any (Fetch,
/// [CORS-preflight fetch](https://fetch.spec.whatwg.org/#cors-preflight-fetch), steps 7.6 and 7.7).
pub(crate) fn missing<'r>(policy: &Policy, asked: impl Iterator<Item = &'r [u8]>) -> Option<Missing> {
    let listed = || policy.allow_headers().map_or("", |names| names.as_str()).split(", ");
    // With credentials `*` is a name like any other.
    let is_any = !policy.credentials() && listed().any(|name| name == "*");
    let is_allowed = |name: &str| {
        (is_any && !name.eq_ignore_ascii_case("authorization"))
            || listed().any(|listed| listed.eq_ignore_ascii_case(name))
    };
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
        let tokens = tokens.filter_map(|name| str::from_utf8(name).ok());
        names.extend(tokens.filter(|name| !is_allowed(name)).map(str::to_ascii_lowercase));
    }
    (!names.is_empty()).then_some(Missing { names, is_any, is_cut })
}

fn before_last_comma(line: &[u8]) -> &[u8] {
    let comma = line.iter().rposition(|byte| *byte == b',');
    comma.and_then(|at| line.get(..at)).unwrap_or_default()
}

impl Missing {
    /// Returns the line of the log for a request that needs these names. `wanted` describes the request.
    pub(super) fn line(&self, wanted: &dyn Display, why: Refusal<'_>) -> String {
        let (refused, addable): (Vec<&str>, Vec<&str>) =
            self.names.iter().map(String::as_str).partition(|name| !takes_header(name));
        let mut parts = Vec::new();
        let (will, reason) = match self.is_any {
            true => ("may", "by the standard * does not include authorization"),
            false => ("will", "the page sets request headers that the policy does not allow"),
        };
        parts.push(reason.to_owned());
        if !addable.is_empty() {
            parts.push(match why.policy.allow_headers() {
                None => format!("add allow_headers = {addable:?}{}", why.to_default()),
                Some(_) => format!("add {} to allow_headers{}", quoted(&addable), why.of_default()),
            });
        }
        if !refused.is_empty() {
            parts.push(format!(
                "remove {} from the page's request, since no policy allows it",
                quoted(&refused)
            ));
        }
        if self.is_cut {
            parts.push(format!("more may be missing beyond the first {MAX_BYTES} bytes"));
        }
        format!("browser {will} block {wanted}: {}", parts.join("; "))
    }
}

fn quoted(names: &[&str]) -> String {
    names.iter().map(|name| format!("\"{name}\"")).collect::<Vec<_>>().join(", ")
}

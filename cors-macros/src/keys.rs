//! The names of the keys, and what people probably mean who write another one.

use cors_core::__private::nearest;
use cors_core::Key;

pub(crate) const SAME_ORIGIN: &str = "same_origin";
pub(crate) const CRATE: &str = "crate";
pub(crate) const POLICY: &str = "policy";

/// The key of this name.
pub(crate) fn find(name: &str) -> Option<Key> {
    Key::ALL.iter().copied().find(|key| key.as_str() == name)
}

/// What to say to a name that is none.
pub(crate) fn unknown(name: &str) -> String {
    let same = |theirs: &&[&str]| theirs.contains(&name);
    if let Some((_, ours, more)) = ELSEWHERE.iter().find(|(theirs, _, _)| same(theirs)) {
        return format!("unknown key `{name}`; write `{ours}`{more}");
    }
    if let Some((_, why)) = NOWHERE.iter().find(|(theirs, _)| *theirs == name) {
        return format!("unknown key `{name}`: {why}; remove it");
    }
    let known = Key::ALL.iter().map(|key| key.as_str()).chain([POLICY, SAME_ORIGIN, CRATE]);
    match nearest(name, known) {
        Some(near) => format!("unknown key `{name}`; write `{near}`"),
        None => format!("unknown key `{name}`; {}", accepted()),
    }
}

/// All keys, for a sentence.
pub(crate) fn accepted() -> String {
    let keys: Vec<String> = Key::ALL.iter().map(|key| format!("`{}`", key.as_str())).collect();
    format!("the keys are {}, `{POLICY}`, `{SAME_ORIGIN}` and `{CRATE}`", keys.join(", "))
}

/// Names that other libraries have for our keys.
const ELSEWHERE: [(&[&str], &str, &str); 11] = [
    (&["headers"], "allow_headers", " (what the page may send); for what it may read, `expose_headers`"),
    (&["allowed_headers", "allow_header", "allowed_header", "request_headers"], "allow_headers", ""),
    (&["allow_any_header"], "allow_headers", " with `\"*\"`"),
    (&["origin", "allow_origin", "allow_origins", "allowed_origin", "allowed_origins"], "origins", ""),
    (&["allow_any_origin", "permissive"], "origins", " with `\"*\"`"),
    (
        &["allow_origin_regex", "origin_regex"],
        "origins",
        " with patterns such as `https://*.example.com`; there are no regular expressions",
    ),
    (&["method", "allow_methods", "allowed_methods"], "methods", ""),
    (&["expose", "exposed_headers", "response_headers"], "expose_headers", ""),
    (&["expose_any_header"], "expose_headers", " with `\"*\"`"),
    (&["allow_credentials", "supports_credentials", "with_credentials"], "credentials", ""),
    (&["maxage", "max_age_seconds", "preflight_max_age", "cache_max_age"], "max_age", ""),
];

/// Switches of other libraries for what is always so here.
const NOWHERE: [(&str, &str); 6] = [
    ("allow_any_method", "every method of the route is allowed unless `methods` names some"),
    (
        "vary",
        "the request headers that a predicate reads stand in it, as in `predicate(is_tenant, vary = [\"x-tenant\"])`",
    ),
    ("vary_header", "`Vary` is always sent where the answer depends on the origin"),
    ("send_wildcard", "a policy for any origin is always answered with `*`"),
    ("block_on_origin_mismatch", "a refused request runs, and only its response is not readable"),
    ("fairing_route_base", "preflights need no route of yours"),
];

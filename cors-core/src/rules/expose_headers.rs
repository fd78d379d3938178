//! `Access-Control-Expose-Headers`: the response headers that scripts of other origins may read.

use crate::config::Config;
use crate::error::{Mistake, MistakeKind};
use crate::key::Key;
use crate::rules::header_names::check_names;

pub(crate) fn check_expose_headers(config: &Config, mistakes: &mut Vec<Mistake>) {
    let misplaced = |names: &[String], name: &str| misplaced(names, config.credentials, name);
    check_names(Key::ExposeHeaders, &config.expose_headers, misplaced, mistakes);
}

fn misplaced(names: &[String], credentials: bool, name: &str) -> Option<MistakeKind> {
    match name.to_ascii_lowercase().as_str() {
        "*" if credentials => Some(MistakeKind::CredentialsAnyExposed),
        "*" => None,
        // Fetch, forbidden response-header name.
        "set-cookie" | "set-cookie2" => Some(MistakeKind::ExposeForbidden),
        "origin" => Some(MistakeKind::ExposeOfRequest),
        request if request.starts_with("access-control-request-") => Some(MistakeKind::ExposeOfRequest),
        "access-control-allow-methods" | "access-control-allow-headers" | "access-control-max-age" => {
            Some(MistakeKind::ExposeOfPreflight)
        }
        // With credentials the mistake is the `*`, not the names beside it.
        _ if !credentials && names.iter().any(|name| name == "*") => Some(MistakeKind::ExposeBesideAny),
        _ => None,
    }
}

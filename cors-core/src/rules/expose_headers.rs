//! `Access-Control-Expose-Headers`: the response headers that scripts of other origins may read.

use crate::config::Config;
use crate::error::{Fix, Mistake, MistakeKind};
use crate::key::Key;
use crate::rules::header_names::{duplicate_detail, replacement, wrong_name};

pub(crate) fn check(config: &Config, mistakes: &mut Vec<Mistake>) {
    let names = &config.expose_headers;
    for (index, name) in names.iter().enumerate() {
        if let Some(kind) = wrong(names, config.credentials, index, name) {
            let fix = fix(names, config.credentials, index, kind);
            let mistake = Mistake::at(Key::ExposeHeaders, index, name, kind, fix);
            mistakes.push(mistake.with_detail(duplicate_detail(names, name)));
        }
    }
}

fn wrong(names: &[String], credentials: bool, index: usize, name: &str) -> Option<MistakeKind> {
    wrong_name(names, index, name).or_else(|| match name.to_ascii_lowercase().as_str() {
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
    })
}

fn fix(names: &[String], credentials: bool, index: usize, kind: MistakeKind) -> Option<Fix> {
    match kind {
        MistakeKind::HeaderSyntax | MistakeKind::HeaderList => {
            replacement(names, index, |names, name| wrong(names, credentials, index, name))
        }
        MistakeKind::CredentialsAnyExposed if names.len() == 1 => None,
        _ => Some(Fix::Remove),
    }
}

//! `Access-Control-Expose-Headers`: the response headers that scripts of other origins may read.

use crate::config::{Config, Key};
use crate::error::{Fix, Mistake, MistakeKind as Kind};
use crate::header_names::{cleaned, wrong_name};

pub(crate) fn check(config: &Config, mistakes: &mut Vec<Mistake>) {
    for (index, name) in config.expose_headers.iter().enumerate() {
        if let Some(kind) = wrong(config, index, name) {
            let fix = fix(config, kind, name);
            mistakes.push(Mistake::at(Key::ExposeHeaders, index, name, kind, fix));
        }
    }
}

fn wrong(config: &Config, index: usize, name: &str) -> Option<Kind> {
    let names = &config.expose_headers;
    wrong_name(names, index, name).or_else(|| match name.to_ascii_lowercase().as_str() {
        "*" if config.credentials => Some(Kind::CredentialsAnyExposed),
        "*" => None,
        // Fetch, forbidden response-header name.
        "set-cookie" | "set-cookie2" => Some(Kind::ExposeForbidden),
        "origin" => Some(Kind::ExposeOfRequest),
        request if request.starts_with("access-control-request-") => Some(Kind::ExposeOfRequest),
        "access-control-allow-methods" | "access-control-allow-headers" | "access-control-max-age" => {
            Some(Kind::ExposeOfPreflight)
        }
        _ if names.iter().any(|name| name == "*") => Some(Kind::ExposeBesideAny),
        _ => None,
    })
}

fn fix(config: &Config, kind: Kind, name: &str) -> Option<Fix> {
    let names = &config.expose_headers;
    match kind {
        Kind::HeaderSyntax => {
            let candidate = cleaned(name)?;
            let is_new = !names.iter().any(|name| name.eq_ignore_ascii_case(&candidate));
            let mut repaired = config.clone();
            repaired.expose_headers = vec![candidate.clone()];
            (is_new && wrong(&repaired, 0, &candidate).is_none()).then_some(Fix::Write(candidate))
        }
        Kind::CredentialsAnyExposed => None,
        _ => Some(Fix::Remove),
    }
}

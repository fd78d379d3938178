//! `Access-Control-Allow-Headers`: the request headers that scripts of other origins may send.

use crate::config::Config;
use crate::error::{Fix, Mistake, MistakeKind};
use crate::header::HeaderName;
use crate::key::Key;
use crate::rules::context::CheckContext;
use crate::rules::header_names::check_names;

pub(crate) fn check_allow_headers(config: &Config, context: &CheckContext<'_>, mistakes: &mut Vec<Mistake>) {
    let names = &config.allow_headers;
    check_names(Key::AllowHeaders, names, |names, name| misplaced(names, config.credentials, name), mistakes);
    let may_come_from_elsewhere = context.is_partial && names.is_empty();
    if let Some(body) = context.route.and_then(|route| route.body).filter(|_| !may_come_from_elsewhere) {
        check_content_type(names, body, mistakes);
    }
}

/// Checks that a route with a body that needs `content-type` allows the header. A missing `content-type` is the most
/// common first mistake.
fn check_content_type(names: &[String], body: &str, mistakes: &mut Vec<Mistake>) {
    // The list after all fixes. If one mistake has no fix, the list is not offered, because the entry would be lost.
    let (mut mended, mut is_whole) = (Vec::new(), true);
    for (index, name) in names.iter().enumerate() {
        let is_here =
            |other: &&Mistake| (other.key(), other.index()) == (Some(Key::AllowHeaders), Some(index));
        match mistakes.iter().find(is_here).map(Mistake::fix) {
            None => mended.push(name.clone()),
            Some(Some(Fix::Write(name))) => mended.push(name.clone()),
            Some(Some(_)) => {}
            Some(None) => is_whole = false,
        }
    }
    if mended.iter().any(|name| name == "*" || name.eq_ignore_ascii_case("content-type")) {
        return;
    }
    mended.push("content-type".to_owned());
    let fix = is_whole.then(|| Fix::Add(format!("allow_headers = {mended:?}")));
    let mistake = Mistake::of_key(Key::AllowHeaders, MistakeKind::ContentTypeMissing).with_fix(fix);
    mistakes.push(mistake.with_detail(body.to_owned()));
}

fn misplaced(names: &[String], credentials: bool, name: &str) -> Option<MistakeKind> {
    // With credentials the mistake is the `*`, not the names beside it.
    let star = !credentials && names.iter().any(|name| name == "*");
    match name {
        "*" if credentials => Some(MistakeKind::CredentialsAnyHeader),
        "*" => None,
        _ if name.eq_ignore_ascii_case("cookie") && !credentials => Some(MistakeKind::HeaderCookie),
        _ if is_forbidden_header(name) => Some(MistakeKind::HeaderForbidden),
        _ if HeaderName::is_reserved(name) => Some(MistakeKind::HeaderOfResponse),
        // In browsers `*` does not cover `Authorization`.
        _ if star && !name.eq_ignore_ascii_case("authorization") => Some(MistakeKind::HeaderBesideAny),
        _ => None,
    }
}

/// The names of Fetch's [forbidden request-header](https://fetch.spec.whatwg.org/#forbidden-request-header).
const FORBIDDEN: [&str; 19] = [
    "accept-charset",
    "accept-encoding",
    "connection",
    "content-length",
    "cookie",
    "cookie2",
    "date",
    "dnt",
    "expect",
    "host",
    "keep-alive",
    "origin",
    "referer",
    "set-cookie",
    "te",
    "trailer",
    "transfer-encoding",
    "upgrade",
    "via",
];

/// Media types of bodies that need no preflight (Fetch,
/// [CORS-safelisted request-header](https://fetch.spec.whatwg.org/#cors-safelisted-request-header)).
const SAFELISTED: [(&str, &str); 3] =
    [("application", "x-www-form-urlencoded"), ("multipart", "form-data"), ("text", "plain")];

/// Reports whether a media range in lower case, such as `text/*` or `text/plain`, includes a type whose body needs no
/// preflight.
#[must_use]
pub fn includes_safelisted_media_type(range: &str) -> bool {
    let includes = |range: &str, part: &str| range == "*" || range == part;
    let Some((top, sub)) = range.split_once('/') else { return false };
    SAFELISTED.iter().any(|safelisted| includes(top, safelisted.0) && includes(sub, safelisted.1))
}

fn is_forbidden_header(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    FORBIDDEN.contains(&name.as_str())
        || ["proxy-", "sec-", "access-control-request-"].iter().any(|prefix| name.starts_with(prefix))
}

//! What a response must have for a page of another origin to get it.

use crate::blocked::Reason;
use crate::header_list::HeaderList;
use crate::options::Credentials;
use crate::profile::Profile;
use crate::spec::terms::{is_non_wildcard, is_redirect_status, is_safelisted_method};

/// The [CORS check](https://fetch.spec.whatwg.org/#concept-cors-check) of a response to a request from `origin`.
pub(crate) fn cors_check(origin: &str, credentials: Credentials, headers: &HeaderList) -> Result<(), Reason> {
    let include = credentials == Credentials::Include;
    match headers.get("access-control-allow-origin").as_deref() {
        None => return Err(Reason::AllowOriginMissing),
        Some(b"*") if !include => return Ok(()),
        Some(b"*") => return Err(Reason::AllowOriginWildcard),
        Some(allowed) if allowed != origin.as_bytes() => return Err(Reason::AllowOriginMismatch),
        Some(_) => {}
    }
    match headers.get("access-control-allow-credentials").as_deref() {
        _ if !include => Ok(()),
        Some(b"true") => Ok(()),
        _ => Err(Reason::AllowCredentials),
    }
}

/// The parts of a request that the answer to its preflight is compared with.
pub(crate) struct Asked<'a> {
    pub(crate) method: &'a str,
    /// The CORS-unsafe names.
    pub(crate) names: &'a [String],
    pub(crate) credentials: Credentials,
    pub(crate) always_preflight: bool,
}

/// What a preflight's answer allows.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Allows {
    pub(crate) methods: Vec<String>,
    pub(crate) headers: Vec<String>,
}

/// Judges the answer to a preflight ([CORS-preflight fetch](https://fetch.spec.whatwg.org/#cors-preflight-fetch),
/// step 7).
pub(crate) fn judge_preflight(
    origin: &str,
    asked: &Asked<'_>,
    profile: Profile,
    status: u16,
    headers: &HeaderList,
) -> Result<Allows, Reason> {
    // A redirect fails whatever its headers say, and no browser looks at them.
    if is_redirect_status(status) {
        return Err(Reason::PreflightRedirect(status));
    }
    cors_check(origin, asked.credentials, headers)?;
    if !matches!(status, 200..=299) {
        return Err(Reason::PreflightStatus(status));
    }
    let methods = headers.tokens("access-control-allow-methods").map_err(|_| Reason::AllowMethodsInvalid)?;
    let names = headers.tokens("access-control-allow-headers").map_err(|_| Reason::AllowHeadersInvalid)?;
    let assumed = || if asked.always_preflight { vec![asked.method.to_owned()] } else { Vec::new() };
    let allows = Allows { methods: methods.unwrap_or_else(assumed), headers: names.unwrap_or_default() };
    allows.check_method(asked)?;
    allows.check_headers(asked, profile)?;
    Ok(allows)
}

impl Allows {
    fn check_method(&self, asked: &Asked<'_>) -> Result<(), Reason> {
        let star = is_wildcard_in(&self.methods, asked.credentials);
        let listed = self.methods.iter().any(|method| method == asked.method);
        if listed || is_safelisted_method(asked.method) || star {
            return Ok(());
        }
        Err(Reason::MethodNotAllowed(asked.method.to_owned()))
    }

    fn check_headers(&self, asked: &Asked<'_>, profile: Profile) -> Result<(), Reason> {
        let star = is_wildcard_in(&self.headers, asked.credentials);
        let listed = |name: &&String| self.headers.iter().any(|listed| listed.eq_ignore_ascii_case(name));
        let covered =
            |name: &&String| star && (!is_non_wildcard(name) || profile.star_covers_authorization());
        // The standard looks at `Authorization` first.
        let (first, others): (Vec<_>, Vec<_>) = asked.names.iter().partition(|name| is_non_wildcard(name));
        match first.into_iter().chain(others).find(|name| !listed(name) && !covered(name)) {
            Some(name) => Err(Reason::HeaderNotAllowed(name.clone())),
            None => Ok(()),
        }
    }
}

/// With credentials `*` is a name like any other
/// ([CORS protocol and credentials](https://fetch.spec.whatwg.org/#cors-protocol-and-credentials)).
fn is_wildcard_in(list: &[String], credentials: Credentials) -> bool {
    credentials != Credentials::Include && list.iter().any(|element| element == "*")
}

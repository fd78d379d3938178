//! Checks of a response before a page of another origin gets it.

use crate::blocked::Reason;
use crate::header_list::HeaderList;
use crate::options::Credentials;
use crate::profile::Profile;
use crate::spec::terms::{is_non_wildcard, is_redirect_status, is_safelisted_method};

/// Performs the [CORS check](https://fetch.spec.whatwg.org/#concept-cors-check) on a response to a request from
/// `origin`.
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

/// The parts of a request that its preflight response has to allow.
pub(crate) struct PreflightQuery<'a> {
    pub(crate) method: &'a str,
    /// The CORS-unsafe names.
    pub(crate) names: &'a [String],
    pub(crate) credentials: Credentials,
    pub(crate) always_preflight: bool,
}

/// The lists of a preflight response.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct AllowLists {
    pub(crate) methods: Vec<String>,
    pub(crate) headers: Vec<String>,
}

/// Checks a preflight response ([CORS-preflight fetch](https://fetch.spec.whatwg.org/#cors-preflight-fetch), step 7).
pub(crate) fn check_preflight(
    origin: &str,
    query: &PreflightQuery<'_>,
    profile: Profile,
    status: u16,
    headers: &HeaderList,
) -> Result<AllowLists, Reason> {
    // A redirect fails whatever its headers are, and browsers do not read them.
    if is_redirect_status(status) {
        return Err(Reason::PreflightRedirect(status));
    }
    cors_check(origin, query.credentials, headers)?;
    if !matches!(status, 200..=299) {
        return Err(Reason::PreflightStatus(status));
    }
    let methods = headers.tokens("access-control-allow-methods").map_err(|_| Reason::AllowMethodsInvalid)?;
    let names = headers.tokens("access-control-allow-headers").map_err(|_| Reason::AllowHeadersInvalid)?;
    let assumed = || if query.always_preflight { vec![query.method.to_owned()] } else { Vec::new() };
    let lists = AllowLists { methods: methods.unwrap_or_else(assumed), headers: names.unwrap_or_default() };
    lists.check_method(query)?;
    lists.check_headers(query, profile)?;
    Ok(lists)
}

impl AllowLists {
    fn check_method(&self, query: &PreflightQuery<'_>) -> Result<(), Reason> {
        let star = is_wildcard_in(&self.methods, query.credentials);
        let listed = self.methods.iter().any(|method| method == query.method);
        if listed || is_safelisted_method(query.method) || star {
            return Ok(());
        }
        Err(Reason::MethodNotAllowed(query.method.to_owned()))
    }

    fn check_headers(&self, query: &PreflightQuery<'_>, profile: Profile) -> Result<(), Reason> {
        let star = is_wildcard_in(&self.headers, query.credentials);
        let listed = |name: &&String| self.headers.iter().any(|listed| listed.eq_ignore_ascii_case(name));
        let covered =
            |name: &&String| star && (!is_non_wildcard(name) || profile.star_covers_authorization());
        // The standard checks `Authorization` first.
        let (first, others): (Vec<_>, Vec<_>) = query.names.iter().partition(|name| is_non_wildcard(name));
        match first.into_iter().chain(others).find(|name| !listed(name) && !covered(name)) {
            Some(name) => Err(Reason::HeaderNotAllowed(name.clone())),
            None => Ok(()),
        }
    }
}

/// Reports whether the list has a wildcard. With credentials `*` is a name like any other
/// ([CORS protocol and credentials](https://fetch.spec.whatwg.org/#cors-protocol-and-credentials)).
fn is_wildcard_in(list: &[String], credentials: Credentials) -> bool {
    credentials != Credentials::Include && list.iter().any(|element| element == "*")
}

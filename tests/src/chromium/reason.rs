//! Chromium's words for what failed, in those of the model.

use cors_core::browser::{Reason, Stage};

use super::network::{Exchange, Failure};

/// Why a fetch failed with `error`.
pub(super) fn reason(error: &str, exchanges: &[Exchange]) -> (Stage, Reason) {
    let failed = exchanges.iter().rev().find(|exchange| !exchange.preflight && exchange.failure.is_some());
    let Some(failure) = failed.and_then(|exchange| exchange.failure.as_ref()) else {
        return (Stage::Request, Reason::Network(format!("{error}: {exchanges:?}")));
    };
    let status =
        exchanges.iter().rev().find(|exchange| exchange.preflight).and_then(|exchange| exchange.status);
    of_cors(failure, status.unwrap_or_default())
        .or_else(|| Some((Stage::Actual, of_net(&failure.text)?)))
        .unwrap_or_else(|| (Stage::Actual, Reason::Network(format!("{failure:?}: {exchanges:?}"))))
}

/// What no check of CORS refused ([net errors](https://source.chromium.org/chromium/chromium/src/+/main:net/base/net_error_list.h)).
fn of_net(error: &str) -> Option<Reason> {
    match error {
        "net::ERR_UNSAFE_REDIRECT" => Some(Reason::RedirectScheme),
        "net::ERR_INVALID_REDIRECT" => Some(Reason::RedirectLocation),
        "net::ERR_TOO_MANY_REDIRECTS" => Some(Reason::RedirectLimit),
        // Nothing more is said of a redirect with the redirect mode `error`.
        "net::ERR_FAILED" => Some(Reason::RedirectMode),
        _ => None,
    }
}

/// The [kinds of error](https://chromedevtools.github.io/devtools-protocol/tot/Network/#type-CorsError). Chromium has one
/// more for several values, and one for those that are no origin; to the standard they are just not the origin.
fn of_cors(failure: &Failure, preflight_status: u16) -> Option<(Stage, Reason)> {
    let parameter = || failure.parameter.clone();
    let error = failure.cors.as_deref()?;
    let (stage, check) = match error.strip_prefix("Preflight") {
        Some(check) => (Stage::Preflight, check),
        None => (Stage::Actual, error),
    };
    let reason = match check {
        "MissingAllowOriginHeader" => Reason::AllowOriginMissing,
        "WildcardOriginNotAllowed" => Reason::AllowOriginWildcard,
        "MultipleAllowOriginValues" | "InvalidAllowOriginValue" | "AllowOriginMismatch" => {
            Reason::AllowOriginMismatch
        }
        "InvalidAllowCredentials" => Reason::AllowCredentials,
        "InvalidStatus" => Reason::PreflightStatus(preflight_status),
        "DisallowedRedirect" => Reason::PreflightRedirect(preflight_status),
        "InvalidAllowMethodsPreflightResponse" => Reason::AllowMethodsInvalid,
        "InvalidAllowHeadersPreflightResponse" => Reason::AllowHeadersInvalid,
        "MethodDisallowedByPreflightResponse" => Reason::MethodNotAllowed(parameter()),
        "HeaderDisallowedByPreflightResponse" => Reason::HeaderNotAllowed(parameter()),
        "DisallowedByMode" => Reason::SameOriginMode,
        "CorsDisabledScheme" => Reason::Scheme,
        "RedirectContainsCredentials" => Reason::RedirectCredentials,
        _ => return None,
    };
    let stage = match reason {
        Reason::AllowMethodsInvalid
        | Reason::AllowHeadersInvalid
        | Reason::MethodNotAllowed(_)
        | Reason::HeaderNotAllowed(_) => Stage::Preflight,
        Reason::SameOriginMode | Reason::Scheme => Stage::Request,
        _ => stage,
    };
    Some((stage, reason))
}

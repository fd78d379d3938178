//! Translation of Chromium's reasons into those of the model.

use cors_browser::{Reason, Stage};

use super::network::Exchange;

/// Returns why the single request of a script failed, from network events, the console and the script's own error.
pub(super) fn reason(exchanges: &[Exchange], console: &[String], error: &str) -> (Stage, Reason) {
    let (preflights, actual): (Vec<_>, Vec<_>) = exchanges.iter().partition(|exchange| exchange.preflight);
    let unknown = || (Stage::Actual, Reason::Network(format!("{error}: {exchanges:?}, {console:?}")));
    let Some(failure) = actual.iter().rev().find_map(|exchange| exchange.failure.as_ref()) else {
        return of_console(console).map_or_else(unknown, |reason| (Stage::Request, reason));
    };
    let status = preflights.last().and_then(|preflight| preflight.status).unwrap_or_default();
    let reason = match &failure.cors {
        Some(error) => of_cors(error, &failure.parameter, status),
        None => of_net(&failure.text).map(|reason| (Stage::Actual, reason)),
    };
    reason.unwrap_or_else(unknown)
}

/// Returns the reason of a request that was not started, which only the console has.
fn of_console(console: &[String]) -> Option<Reason> {
    let says = |words| console.iter().any(|message| message.contains(words));
    says(r#"Request mode is "same-origin""#).then_some(Reason::SameOriginMode)
}

/// Returns the reason of a failure that is not a CORS check
/// ([net errors](https://source.chromium.org/chromium/chromium/src/+/main:net/base/net_error_list.h)).
fn of_net(error: &str) -> Option<Reason> {
    match error {
        "net::ERR_UNSAFE_REDIRECT" | "net::ERR_UNKNOWN_URL_SCHEME" => Some(Reason::RedirectScheme),
        "net::ERR_INVALID_REDIRECT" | "net::ERR_RESPONSE_HEADERS_MULTIPLE_LOCATION" => {
            Some(Reason::RedirectLocation)
        }
        "net::ERR_TOO_MANY_REDIRECTS" => Some(Reason::RedirectLimit),
        // For a redirect with the redirect mode `error`, Chromium reports nothing more specific.
        "net::ERR_FAILED" => Some(Reason::RedirectMode),
        _ => None,
    }
}

/// Returns the reason for one of Chromium's
/// [CORS errors](https://chromedevtools.github.io/devtools-protocol/tot/Network/#type-CorsError). Chromium has
/// separate kinds for several values, and for values that are not origins. In the standard these are just values
/// other than the origin.
fn of_cors(error: &str, parameter: &str, preflight_status: u16) -> Option<(Stage, Reason)> {
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
        "MethodDisallowedByPreflightResponse" => Reason::MethodNotAllowed(parameter.to_owned()),
        "HeaderDisallowedByPreflightResponse" => Reason::HeaderNotAllowed(parameter.to_owned()),
        "DisallowedByMode" => Reason::SameOriginMode,
        // The first request of an exchange is over HTTP, so this one was redirected.
        "CorsDisabledScheme" => Reason::RedirectScheme,
        "RedirectContainsCredentials" => Reason::RedirectCredentials,
        _ => return None,
    };
    let stage = match reason {
        Reason::AllowMethodsInvalid
        | Reason::AllowHeadersInvalid
        | Reason::MethodNotAllowed(_)
        | Reason::HeaderNotAllowed(_) => Stage::Preflight,
        Reason::SameOriginMode => Stage::Request,
        _ => stage,
    };
    Some((stage, reason))
}

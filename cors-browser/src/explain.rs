//! Messages like those of a browser's console, with advice.

use std::fmt::{self, Display, Formatter};

use crate::blocked::{Blocked, BlockedInner, Reason, Stage};

impl Display for Blocked {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let inner = self.inner();
        write!(f, "`{}` cannot read `{} {}`: ", inner.page, inner.method, inner.url)?;
        inner.problem(f)?;
        match inner.advice() {
            Some(advice) => write!(f, "; {advice}"),
            None => Ok(()),
        }
    }
}

impl BlockedInner {
    fn problem(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let value = String::from_utf8_lossy(self.value.as_deref().unwrap_or_default());
        match &self.reason {
            Reason::Network(why) => write!(f, "no response came: {why}"),
            Reason::InvalidHeader(name) => write!(f, "the header `{name}` cannot be sent"),
            Reason::RedirectLocation => write!(f, "it redirects to `{value}`, which is no URL"),
            Reason::RedirectScheme => write!(f, "it redirects to `{value}`, which is not `http` or `https`"),
            Reason::RedirectCredentials => {
                write!(f, "it redirects to `{value}`, which has a user name or a password")
            }
            other => match other.text() {
                Some(text) => f.write_str(text),
                None => self.failed_check(f, &value),
            },
        }
    }

    fn failed_check(&self, f: &mut Formatter<'_>, value: &str) -> fmt::Result {
        let origin = &self.origin;
        f.write_str(if self.stage == Stage::Preflight {
            "the answer to the preflight "
        } else {
            "the response "
        })?;
        match &self.reason {
            Reason::AllowOriginMissing => f.write_str("has no `Access-Control-Allow-Origin`"),
            Reason::AllowOriginWildcard => {
                f.write_str("allows every origin by `*`, which is not enough for a request with credentials")
            }
            Reason::AllowOriginMismatch => {
                write!(f, "allows the origin `{value}`, and the request came from `{origin}`")
            }
            Reason::AllowCredentials => f.write_str("does not allow credentials"),
            Reason::PreflightRedirect(status) => write!(f, "is a redirect ({status}), which is not followed"),
            Reason::PreflightStatus(status) => write!(f, "has status {status}, not one from 200 to 299"),
            Reason::AllowMethodsInvalid => {
                write!(f, "has a mistake in `Access-Control-Allow-Methods: {value}`")
            }
            Reason::AllowHeadersInvalid => {
                write!(f, "has a mistake in `Access-Control-Allow-Headers: {value}`")
            }
            Reason::MethodNotAllowed(method) => write!(f, "does not allow the method `{method}`"),
            Reason::HeaderNotAllowed(name) => write!(f, "does not allow the request header `{name}`"),
            _ => f.write_str("is not shared"),
        }
    }

    /// Returns the advice, in terms of the attribute where a key can help.
    fn advice(&self) -> Option<String> {
        let origin = &self.origin;
        match &self.reason {
            Reason::AllowOriginMissing | Reason::AllowOriginMismatch if *origin == "null" => {
                Some(self.allow_null())
            }
            Reason::AllowOriginMissing if self.is_without_handler() => Some(format!(
                "let a handler with `#[cors(origins = [\"{origin}\"])]` serve `{}` there{}",
                self.method,
                if self.stage == Stage::Preflight { ", and no other answer `OPTIONS`" } else { "" }
            )),
            Reason::AllowOriginMissing | Reason::AllowOriginMismatch => {
                Some(format!("add `{origin}` to `origins`"))
            }
            Reason::AllowOriginWildcard => {
                Some(format!("write `{origin}` instead of `*` in `origins`, and add `credentials = true`"))
            }
            Reason::AllowCredentials => Some("add `credentials = true`".to_owned()),
            Reason::MethodNotAllowed(method) => Some(self.allow_method(method)),
            Reason::HeaderNotAllowed(name) => Some(self.allow_header(name)),
            Reason::AllowMethodsInvalid => Some("`methods` writes a valid list".to_owned()),
            Reason::AllowHeadersInvalid => Some("`allow_headers` writes a valid list".to_owned()),
            Reason::PreflightRedirect(_) | Reason::PreflightStatus(_) => {
                Some("let `#[cors]` answer it, ahead of redirects and of what asks for a login".to_owned())
            }
            _ => None,
        }
    }

    /// Reports whether it seems that no handler with a policy answered. Policies refuse preflights with 403, and those with a list name
    /// `Origin` in `Vary`.
    fn is_without_handler(&self) -> bool {
        match (self.stage, self.status) {
            (Stage::Preflight, Some(status)) => status > 299 && status != 403,
            (_, Some(404 | 405)) => !self.varies_on_origin,
            _ => false,
        }
    }

    fn allow_null(&self) -> String {
        if self.page == "null" {
            return "serve the page from an origin of its own, or add `null` to `origins` \
                    with `dangerously_allow = [\"null_origin\"]`"
                .to_owned();
        }
        format!(
            "a redirect from another origin made the origin `null`: request `{}` itself from the page",
            self.url
        )
    }

    fn allow_method(&self, method: &str) -> String {
        let listed = String::from_utf8_lossy(self.value.as_deref().unwrap_or_default());
        let mut listed = listed.split(',').map(str::trim);
        match listed.clone().find(|listed| listed.eq_ignore_ascii_case(method)) {
            Some(listed) => format!("methods are compared byte for byte: in the page write `{listed}`"),
            None if listed.any(|listed| listed == "*") => {
                format!("`*` is not a wildcard for requests with credentials: add `{method}` to `methods`")
            }
            None => format!("add `{method}` to `methods`"),
        }
    }

    fn allow_header(&self, name: &str) -> String {
        let listed = String::from_utf8_lossy(self.value.as_deref().unwrap_or_default());
        let why = match listed.split(',').any(|listed| listed.trim() == "*") {
            true if name == "authorization" => "`*` does not include `authorization`: ",
            true => "`*` is not a wildcard for requests with credentials: ",
            false => "",
        };
        format!("{why}add `{name}` to `allow_headers`")
    }
}

impl Reason {
    /// Returns the message of a reason without variable parts.
    const fn text(&self) -> Option<&'static str> {
        Some(match self {
            Self::NoOrigin => "no page has this origin; write it like `https://app.example.com`, or `null`",
            Self::InvalidUrl => "the URL cannot be parsed",
            Self::UrlCredentials => "the URL has a user name or a password",
            Self::InvalidMethod => "the method is not a token",
            Self::ForbiddenMethod => "browsers do not send this method",
            Self::BodyOfGet => "`GET` and `HEAD` requests have no body",
            Self::NoCorsMethod => "with mode `no-cors` the method is `GET`, `HEAD` or `POST`",
            Self::NoCorsStream => "with mode `no-cors` the body cannot be a stream",
            Self::NoCorsRedirect => "with mode `no-cors` redirects have to be followed",
            Self::SameOriginMode => "it is of another origin, and the mode is `same-origin`",
            Self::Scheme => "it is neither `http` nor `https`",
            Self::RedirectMode => "it is a redirect, which the script does not want",
            Self::RedirectLimit => "there are more than 20 redirects",
            Self::RedirectStream => "it is a redirect, and the body was a stream that cannot be sent again",
            _ => return None,
        })
    }
}

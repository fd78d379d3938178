//! Expectations of tests about the result of a fetch.

use crate::blocked::{Blocked, Stage};
use crate::readable::{Readable, ResponseType};

/// Expectations about what a page gets, as methods of the `Result` of each fetch.
///
/// ```
/// # use cors_browser::{Browser, FetchResultExt, Request};
///
/// let shared = |_| http::Response::builder().header("access-control-allow-origin", "*").body("users");
/// let mut browser = Browser::at("https://app.example.com");
/// let users = browser.fetch(Request::get("https://api.example.com/users"), shared).expect_readable();
/// assert_eq!(users.text(), "users");
///
/// let delete = Request::delete("https://api.example.com/users/1");
/// let blocked = browser.fetch(delete, shared).expect_blocked();
/// assert!(blocked.to_string().ends_with("add `DELETE` to `methods`"));
/// ```
pub trait FetchResultExt: sealed::Sealed {
    /// Returns the response, which the script can read.
    ///
    /// # Panics
    /// Panics if the script gets an error. The message is that of a browser's console, with the key of `#[cors]` that
    /// would help. Panics as well if the response is [opaque](ResponseType::Opaque).
    ///
    /// ```should_panic
    /// # use cors_browser::{Browser, FetchResultExt, Request};
    ///
    /// let bare = |_| http::Response::new("users");
    /// Browser::at("https://app.example.com").fetch(Request::get("https://api.example.com/users"), bare).expect_readable();
    /// ```
    #[track_caller]
    fn expect_readable(self) -> Readable;

    /// Returns the error that the script gets.
    ///
    /// # Panics
    /// Panics if the script gets a response, with the parts that it can read.
    ///
    /// ```should_panic
    /// # use cors_browser::{Browser, FetchResultExt, Request};
    ///
    /// let same_origin = |_| http::Response::new("users");
    /// Browser::at("https://app.example.com").fetch(Request::get("/users"), same_origin).expect_blocked();
    /// ```
    #[track_caller]
    fn expect_blocked(self) -> Blocked;
}

#[allow(clippy::panic, reason = "this is for tests, which fail by a panic")]
impl FetchResultExt for Result<Readable, Blocked> {
    fn expect_readable(self) -> Readable {
        match self {
            Ok(response) if is_opaque(&response) => panic!("not blocked, but {}", seen(&response)),
            Ok(response) => response,
            Err(blocked) => panic!("blocked {}: {blocked}", cause(&blocked)),
        }
    }

    fn expect_blocked(self) -> Blocked {
        match self {
            Ok(response) => panic!("not blocked: {}", seen(&response)),
            Err(blocked) => blocked,
        }
    }
}

fn is_opaque(response: &Readable) -> bool {
    matches!(response.kind(), ResponseType::Opaque | ResponseType::OpaqueRedirect)
}

/// Describes what a script can read of a response.
fn seen(response: &Readable) -> String {
    if is_opaque(response) {
        return "the response is opaque: the script can read nothing of it".to_owned();
    }
    // Scripts get the headers in this order and case.
    let line = |(name, value): (&str, &[u8])| {
        format!("\n  {}: {}", name.to_ascii_lowercase(), String::from_utf8_lossy(value))
    };
    let mut headers: Vec<_> = response.headers().iter().map(line).collect();
    headers.sort_unstable();
    let headers = headers.concat();
    let lines = if headers.is_empty() { " and no header" } else { " and these headers:" };
    format!("the script can read `{}` with status {}{lines}{headers}", response.url(), response.status())
}

/// Describes the server's part in the failure.
fn cause(blocked: &Blocked) -> String {
    let what = match blocked.stage() {
        Stage::Request => "before it was sent",
        Stage::Preflight => "by the preflight",
        Stage::Actual => "by the response",
    };
    let status = blocked.status().map(|status| format!(" (status {status})"));
    format!("{what}{}", status.unwrap_or_default())
}

mod sealed {
    pub trait Sealed {}

    impl Sealed for Result<super::Readable, super::Blocked> {}
}

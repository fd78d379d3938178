//! What a test expects of a fetch.

use crate::blocked::{Blocked, Stage};
use crate::readable::{Readable, ResponseType};

/// What a test expects a page to get, as methods of the `Result` of each fetch.
///
/// ```
/// use cors_browser::{Browser, FetchResultExt, Request};
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
    /// The response, which the script can read.
    ///
    /// # Panics
    /// If the script gets an error, with what a browser's console would say and the key of `#[cors]` that would change it; or if
    /// [nothing of the response can be read](ResponseType::Opaque).
    ///
    /// ```should_panic
    /// use cors_browser::{Browser, FetchResultExt, Request};
    ///
    /// let bare = |_| http::Response::new("users");
    /// Browser::at("https://app.example.com").fetch(Request::get("https://api.example.com/users"), bare).expect_readable();
    /// ```
    #[track_caller]
    fn expect_readable(self) -> Readable;

    /// Why the script gets an error.
    ///
    /// # Panics
    /// If it gets a response, with what it sees of it.
    ///
    /// ```should_panic
    /// use cors_browser::{Browser, FetchResultExt, Request};
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

/// What a script sees of a response.
fn seen(response: &Readable) -> String {
    if is_opaque(response) {
        return "the response is opaque: the script can read nothing of it".to_owned();
    }
    // In the order and the case in which scripts get them.
    let line = |(name, value): (&str, &[u8])| {
        format!("\n  {}: {}", name.to_ascii_lowercase(), String::from_utf8_lossy(value))
    };
    let mut headers: Vec<_> = response.headers().iter().map(line).collect();
    headers.sort_unstable();
    let headers = headers.concat();
    let lines = if headers.is_empty() { " and no header" } else { " and these headers:" };
    format!("the script can read `{}` with status {}{lines}{headers}", response.url(), response.status())
}

/// What the server's part in it was.
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

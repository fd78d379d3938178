//! Domains below which anyone can register a name (the [Public Suffix List]).
//!
//! The list is compiled in and ages with the release of the `psl` crate that an application locks.
//!
//! [Public Suffix List]: https://publicsuffix.org

/// Whether strangers can have names directly below `host`, or below each name below it.
///
/// A single label that the list does not know counts: an internal zone is not known to be closed.
pub(crate) fn is_public(host: &str) -> bool {
    let host = host.strip_suffix('.').unwrap_or(host);
    if host == "localhost" || host.ends_with(".localhost") {
        return false;
    }
    // For a rule like `*.kawasaki.jp` it is any name below `kawasaki.jp` that is the suffix.
    [host.to_owned(), format!("any.{host}")].iter().any(|name| psl::suffix_str(name) == Some(name))
}

/// Reports whether the list has `host`, or a rule for each name below it: strangers do have names there.
pub(crate) fn is_listed(host: &str) -> bool {
    let host = host.strip_suffix('.').unwrap_or(host);
    [host.to_owned(), format!("any.{host}")].iter().any(|name| {
        psl::suffix(name.as_bytes())
            .is_some_and(|suffix| suffix.is_known() && suffix.as_bytes() == name.as_bytes())
    })
}

#[cfg(test)]
mod tests {
    use super::{is_listed, is_public};

    #[test]
    fn public_suffixes_are_known() {
        for host in
            ["com", "com.", "co.uk", "github.io", "netlify.app", "kawasaki.jp", "xn--p1ai", "intranet", "jp"]
        {
            assert!(is_public(host), "{host}");
            assert_eq!(is_listed(host), host != "intranet", "{host}");
        }
        let private =
            ["example.com", "example.co.uk", "city.kawasaki.jp", "a.b.kawasaki.jp", "corp.intranet"];
        for host in private.into_iter().chain(["localhost", "app.localhost", "me.github.io"]) {
            assert!(!is_public(host) && !is_listed(host), "{host}");
        }
    }
}

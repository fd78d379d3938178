//! Empty text of a request is shown, because a blank would look like a missing word.

use cors_core::__adapter::{Owner, Unanswered, unanswered_preflight};
use cors_core::__private::{Endpoint, PolicySource};
use cors_core::DefaultPolicy;

use super::{APP, EVIL, LIST, actual, explained, preflight, says};
use crate::adapter::{Head, Recorder};

/// `CONNECT host:443` has no path.
#[test]
fn an_empty_path_is_shown() {
    let (request, default) = (actual(b"GET", EVIL), DefaultPolicy::from(&LIST));
    let endpoint = Endpoint::from_source(PolicySource::Static(&LIST), "GET", true);
    for (path, shown) in [(&b""[..], "\"\""), (b"/a\n", "/a\\n")] {
        let head = Head { path, ..Head::of(&request) };
        let line = explained(head, Owner::Default(default.clone()), &request).unwrap();
        assert!(line.starts_with(&format!("\"https://evil.example\" cannot read GET {shown}: ")), "{line}");
    }
    let line = explained(Head::of(&request), Owner::Route(&endpoint, ""), &request).unwrap();
    assert!(line.starts_with("\"https://evil.example\" cannot read GET \"\": "), "{line}");
}

#[test]
fn an_empty_method_is_shown() {
    let default = Owner::Default(DefaultPolicy::from(&LIST));
    let request = preflight(b"", APP);
    let line = explained(Head::of(&request), default, &request).unwrap();
    let why = "the method is empty; use another method in the page";
    assert_eq!(line, format!("browser will block \"\" /users from \"https://app.example.com\": {why}"));
    let line = unanswered_preflight::<Recorder>(Head::of(&request), Unanswered::Unclaimed).unwrap();
    assert!(
        line.starts_with("refused the preflight for \"\" /users from \"https://app.example.com\": "),
        "{line}"
    );
}

/// An empty `Origin` is in quotes, as any other.
#[test]
fn an_empty_origin_is_shown() {
    let why = "the origin is empty, so a program that is no browser sent it, or a proxy changed it";
    says(&LIST, actual(b"GET", b""), &[], &format!("\"\" cannot read GET /users/{{id}}: {why}"));
}

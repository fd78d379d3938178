//! The predicates that look at nothing but the origin, for the requests of every framework.

use std::future::Ready;

use cors_core::Origin;
use rocket::tokio::task::yield_now;

use crate::counters::ran;

pub(crate) fn is_preview<R>(origin: &Origin<'_>, _: &R) -> bool {
    ran("asked");
    origin.scheme() == "https" && origin.host().starts_with("pr-") && origin.host().ends_with(".example")
}

/// Allows every origin.
pub(crate) fn is_anybody<R>(_: &Origin<'_>, _: &R) -> bool {
    ran("asked");
    true
}

/// Allows origins whose scheme is not one of the web.
pub(crate) fn is_not_of_the_web<R>(origin: &Origin<'_>, _: &R) -> bool {
    ran("asked");
    !matches!(origin.scheme(), "http" | "https" | "ftp")
}

/// Allows origins whose host is not known in advance.
pub(crate) fn is_embedded<R>(origin: &Origin<'_>, _: &R) -> bool {
    ran("asked");
    let schemes = ["moz-extension", "safari-web-extension", "vscode-webview"];
    schemes.contains(&origin.scheme()) || origin.as_str() == "file://"
}

pub(crate) fn fails<R>(_: &Origin<'_>, _: &R) -> Result<bool, &'static str> {
    ran("asked");
    Err("the database is gone")
}

pub(crate) fn panics<R>(_: &Origin<'_>, _: &R) -> bool {
    ran("asked");
    panic!("a predicate")
}

pub(crate) fn panics_before<R>(_: &Origin<'_>, _: &R) -> Ready<bool> {
    ran("asked");
    panic!("a predicate that has no future yet")
}

pub(crate) async fn panics_while_polled<R>(_: &Origin<'_>, _: &R) -> bool {
    ran("asked");
    yield_now().await;
    panic!("a predicate that has waited")
}

//! Tests as users write them for their own applications: one list of cases, through the pages of each adapter.
//!
//! A binary of its own, because one test replaces the panic hook.

mod actix;
mod axum;
mod builder;
mod cookies;
mod failures;
mod rocket;
mod stories;

use cors_browser::{AsyncTransport, Page};

/// Opens a page of an origin.
type Open<'a> = dyn Fn(&str) -> Page<AsyncTransport<'a>> + 'a;

/// A test of each case for each framework.
macro_rules! on_each {
    ($($case:ident),+ $(,)?) => {
        mod on_actix {
            $(#[test] fn $case() { crate::actix::run(super::$case); })+
        }
        mod on_axum {
            $(#[test] fn $case() { crate::axum::run(super::$case); })+
        }
        mod on_rocket {
            $(#[test] fn $case() { crate::rocket::run(super::$case); })+
        }
    };
}
use on_each;

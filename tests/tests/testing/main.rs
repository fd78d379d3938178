//! What users ask of their own applications: one list of cases, through both adapters' pages.
//!
//! Apart from other tests, because one of these takes the hook for panics.

mod actix;
mod builder;
mod cookies;
mod failures;
mod rocket;
mod stories;

use cors_browser::{AsyncTransport, Page};

/// Opens a page of an origin.
type Open<'a> = dyn Fn(&str) -> Page<AsyncTransport<'a>> + 'a;

/// A test for each framework of each case.
macro_rules! on_both {
    ($($case:ident),+ $(,)?) => {
        mod on_actix {
            $(#[test] fn $case() { crate::actix::run(super::$case); })+
        }
        mod on_rocket {
            $(#[test] fn $case() { crate::rocket::run(super::$case); })+
        }
    };
}
use on_both;

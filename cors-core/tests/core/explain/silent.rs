//! Lines that are not written cost nothing.

use std::fmt::Display;
use std::future::Ready;

use cors_core::__adapter::{
    Adapter, Endpoint, Level, NamedEndpoint, Owner, PredicateResult, RequestHead, RequestHeader, Unanswered,
    unanswered_preflight,
};
use cors_core::__private::PolicySource;
use cors_core::DefaultPolicy;

use super::{EVIL, LIST, actual};

/// A framework whose log is off.
#[derive(Debug)]
struct Silent;

impl Adapter for Silent {
    type Request<'q> = ();
    type PredicateFuture<'r> = Ready<PredicateResult>;

    const MIDDLEWARE: &'static str = "fairing";

    fn logs_debug() -> bool {
        false
    }

    fn log(_: Level, line: &dyn Display) {
        panic!("the log is off: {line}");
    }
}

/// The head of a request that nothing may read.
#[derive(Clone, Copy)]
struct Unread;

impl<'r> RequestHead<'r> for Unread {
    fn method(self) -> &'r [u8] {
        panic!("the method is read");
    }

    fn lines(self, name: RequestHeader) -> impl Iterator<Item = &'r [u8]> {
        std::iter::once_with(move || panic!("{name:?} is read"))
    }

    fn authority(self) -> Option<&'r [u8]> {
        panic!("the authority is read");
    }

    fn path(self) -> &'r [u8] {
        panic!("the path is read");
    }
}

#[test]
fn a_request_is_not_read_for_a_log_that_is_off() {
    let default = DefaultPolicy::from(&LIST);
    let decision = default.decide(&actual(b"GET", EVIL));
    assert_eq!(Owner::Default(default).explanation::<Silent>(Unread, &decision), None);
    assert_eq!(unanswered_preflight::<Silent>(Unread, Unanswered::Unclaimed), None);
    let handler = NamedEndpoint::new("show", Endpoint::from_source(PolicySource::Static(&LIST), "GET", true));
    assert!(handler.mark_seen());
    handler.log_undecided::<Silent>(Unread, true);
}

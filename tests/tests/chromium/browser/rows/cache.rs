//! Cached preflight responses.

use std::time::Duration;

use cors_browser::Credentials::Include;
use cors_tests::chromium::Asked;

use crate::browser::row::Place::{App, Other};
use crate::browser::row::{Row, put};

pub(super) fn rows() -> Vec<Row> {
    let (none, zero) = (|| put("{api}/age/none?{row}"), || put("{api}/age/zero?{row}"));
    let (short, long) = (|| put("{api}/age/short?{row}"), || put("{api}/age/long?{row}"));
    let behind = || put("{api}/redirect/307?to={other}/null?{row}");
    vec![
        Row::at(App, "no `max_age`: five seconds").fetch(none(), "?PUT PUT 200").fetch(none(), "PUT 200"),
        Row::at(App, "`max_age = 0`").fetch(zero(), "?PUT PUT 200").fetch(zero(), "?PUT PUT 200"),
        Row::at(App, "one second, and what comes after it")
            .fetch(short(), "?PUT PUT 200")
            .fetch(short(), "PUT 200")
            .wait(Duration::from_millis(1200))
            .fetch(short(), "?PUT PUT 200"),
        Row::at(App, "ten minutes, and headers that were not asked for before")
            .fetch(long(), "?PUT PUT 200")
            .fetch(long().header("x-token", "1"), "PUT 200"),
        Row::at(App, "a header that is not allowed is asked for again")
            .fetch(long(), "?PUT PUT 200")
            .fetch(long().header("x-other", "1"), "?PUT HeaderNotAllowed(\"x-other\")")
            .fetch(long(), "?PUT PUT 200"),
        Row::at(App, "the answer to a preflight behind a redirect, to the page itself")
            .fetch(behind(), "?PUT PUT ?PUT PUT 200")
            .fetch(put("{other}/null?{row}"), "?PUT AllowOriginMissing"),
        Row::at(App, "another URL")
            .fetch(long(), "?PUT PUT 200")
            .fetch(put("{api}/age/long?{row}&other"), "?PUT PUT 200"),
        Row::at(App, "another method")
            .fetch(long(), "?PUT PUT 200")
            .fetch(Asked::new("DELETE", "{api}/age/long?{row}"), "?DELETE AllowOriginMissing"),
        Row::at(App, "an answer without credentials is none for requests with them")
            .fetch(long(), "?PUT PUT 200")
            .fetch(long().credentials(Include), "?PUT AllowCredentials"),
        Row::at(Other, "an answer that refuses is not kept")
            .fetch(long(), "?PUT AllowOriginMissing")
            .fetch(long(), "?PUT AllowOriginMissing"),
    ]
}

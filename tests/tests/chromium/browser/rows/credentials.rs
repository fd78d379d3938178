//! Cookies.

use cors_browser::Credentials::{Include, Omit, SameOrigin};
use cors_tests::chromium::{Asked, Via};

use crate::browser::row::Place::{App, Other, Own};
use crate::browser::row::{Row, get, post, put};

pub(super) fn rows() -> Vec<Row> {
    [kept(), refused()].concat()
}

fn kept() -> Vec<Row> {
    let login = || post("{api}/login").credentials(Include);
    let me = || get("{api}/me");
    vec![
        Row::at(App, "cookies are kept and sent")
            .fetch(me().credentials(Include), "GET 200 session none")
            .fetch(login(), "POST 200")
            .fetch(me().credentials(Include), "GET 200 session 1")
            .fetch(get("{api}/private").credentials(Include), "GET 200 session 1")
            .fetch(me().credentials(Include).via(Via::Xhr), "GET 200 session 1"),
        Row::at(App, "they are not sent without being asked for")
            .fetch(login(), "POST 200")
            .fetch(me().credentials(SameOrigin), "GET 200 session none")
            .fetch(me().credentials(Omit), "GET 200 session none")
            .fetch(get("{api}/private"), "GET 401")
            .fetch(me().via(Via::Xhr), "GET 200 session none"),
        Row::at(App, "they are not kept without being asked for")
            .fetch(post("{api}/login"), "POST 200")
            .fetch(me().credentials(Include), "GET 200 session none"),
        Row::at(App, "a preflight has none").fetch(login(), "POST 200").fetch(
            Asked::new("DELETE", "{api}/me?{row}").credentials(Include),
            "?DELETE DELETE 200 session 1",
        ),
        Row::at(Own, "on their own origin they are sent")
            .fetch(post("{api}/login"), "POST 200")
            .fetch(me(), "GET 200 session 1")
            .fetch(me().credentials(Omit), "GET 200 session none"),
    ]
}

fn refused() -> Vec<Row> {
    vec![
        Row::at(App, "the policy does not allow credentials")
            .fetch(get("{api}/data").credentials(Include), "GET AllowCredentials")
            .fetch(put("{api}/data?{row}").credentials(Include), "?PUT AllowCredentials"),
        Row::at(App, "the cookie of a response that cannot be read is kept")
            .fetch(post("{api}/login-without").credentials(Include), "POST AllowCredentials")
            .fetch(get("{api}/me").credentials(Include), "GET 200 session 1"),
        Row::at(App, "any origin is not enough")
            .fetch(get("{api}/any").credentials(Include), "GET AllowOriginWildcard")
            .fetch(get("{api}/any").credentials(Include).via(Via::Xhr), "GET AllowOriginWildcard")
            .fetch(
                post("{api}/any?{row}").header("x-token", "1").credentials(Include),
                "?POST AllowOriginWildcard",
            ),
        Row::at(Other, "an origin that is not listed")
            .fetch(get("{api}/me").credentials(Include), "GET AllowOriginMissing"),
    ]
}

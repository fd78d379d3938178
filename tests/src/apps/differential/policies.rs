//! Routes with policies of every kind.

/// Calls a macro with the name of a route, the methods that it serves, and the arguments of `#[cors(…)]`.
macro_rules! policies {
    ($each:ident) => {
        $each! {
            (exact, [get, post, put, delete], (origins = ["http://app.localhost:*"])),
            (subdomains, [get, put], (origins = ["http://*.app.localhost:*"])),
            (both, [get, post, put, patch], (
                origins = ["http://app.localhost:*", "http://*.app.localhost:*"],
                allow_headers = ["content-type", "x-a"],
            )),
            (several, [get, put], (
                origins = ["http://app.localhost:*", "http://else.localhost:*"],
                allow_headers = ["x-a", "x-b"],
                expose_headers = ["etag", "x-total"],
            )),
            (all_of_localhost, [get, post, delete], (
                origins = ["http://*.localhost:*"],
                allow_headers = ["authorization"],
                expose_headers = ["x-total"],
                credentials = true,
            )),
            (other_scheme, [get, put], (origins = ["https://app.localhost"], allow_headers = ["x-a"])),
            (other_port, [get, post], (origins = ["http://app.localhost:1"])),
            (default_port, [get], (origins = ["http://app.localhost"])),
            (any, [get, post, put, delete, patch], (origins = "*")),
            (any_headers, [get, post, put, patch], (origins = "*", allow_headers = "*")),
            (any_and_authorization, [get, put], (origins = "*", allow_headers = ["*", "authorization"])),
            (any_exposed, [get, post], (origins = "*", expose_headers = "*")),
            (any_with_names, [get, put, delete], (
                origins = "*",
                allow_headers = ["x-a", "authorization"],
                expose_headers = ["etag"],
            )),
            (any_and_all, [get, post, put, delete, patch], (
                origins = "*",
                allow_headers = "*",
                expose_headers = "*",
                max_age = "10m",
            )),
            (cookies, [get, post, put, delete], (origins = ["http://app.localhost:*"], credentials = true)),
            (cookies_and_headers, [get, post, put, patch], (
                origins = ["http://app.localhost:*", "http://*.app.localhost:*"],
                allow_headers = ["content-type", "x-a", "x-b", "authorization"],
                expose_headers = ["etag", "x-total"],
                credentials = true,
            )),
            (cookies_elsewhere, [get, put], (origins = ["https://else.localhost"], credentials = true)),
            (null, [get, post, put], (
                origins = ["null"],
                allow_headers = ["x-a"],
                dangerously_allow = ["null_origin"],
            )),
            (null_and_app, [get, put, delete], (
                origins = ["null", "http://app.localhost:*"],
                allow_headers = ["content-type"],
                expose_headers = ["x-total"],
                dangerously_allow = ["null_origin"],
            )),
            (own, [get, put], (same_origin)),
            (own_post, [post, delete], (same_origin)),
            (nobody, [get, put], (origins = [#[cfg(any())] "http://app.localhost:*"])),
            (conditional, [get, patch], (
                origins = [#[cfg(any())] "http://else.localhost:*", #[cfg(all())] "http://app.localhost:*"],
            )),
            (kept, [get, put, delete], (
                origins = ["http://app.localhost:*"],
                allow_headers = ["x-a", "x-b"],
                max_age = "10m",
            )),
            (kept_with_cookies, [put, patch], (
                origins = ["http://*.localhost:*"],
                allow_headers = ["x-a"],
                credentials = true,
                max_age = 600,
            )),
            (not_kept, [put, delete], (
                origins = ["http://*.localhost:*"],
                allow_headers = ["x-a", "content-type"],
                max_age = 0,
            )),
        }
    };
}

macro_rules! names {
    ($(($name:ident, $methods:tt, $args:tt),)*) => {
        /// The names of the routes that have a policy.
        pub const ROUTES: &[&str] = &[$(stringify!($name)),*];
    };
}

policies!(names);

pub(super) use policies;

//! Annotated handlers on actix-web together with other parts of applications.

mod authentication;
mod documented;
mod files;
mod isolation;
mod limits;
mod middleware;
mod normalized;
mod session;
mod traced;

use cors_tests::in_process;
use cors_tests::table::{APP, cross, preflight};
use cors_tests::wire::{Request, Response};

/// Sends `request` to an application.
macro_rules! app {
    ($app:expr) => {{
        let system = ::actix_web::rt::System::new();
        let app = system.block_on(::actix_web::test::init_service($app));
        move |request: &$crate::actix::Request| -> $crate::actix::Response {
            system.block_on($crate::actix::in_process::actix(&app, request))
        }
    }};
}
pub(crate) use app;

/// Checks that a handler without `#[cors]`, or a file, gets no headers and no preflight response.
fn assert_untouched(answer: impl Fn(&Request) -> Response, path: &str, statuses: (u16, u16)) {
    for (request, status) in
        [(preflight("GET", path, APP), statuses.0), (cross("GET", path, APP), statuses.1)]
    {
        let response = answer(&request);
        assert_eq!(
            (response.status, response.cors_lines()),
            (status, Vec::<String>::new()),
            "{path}: {response:?}"
        );
    }
}

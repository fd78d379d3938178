//! Modules inside modules, and every other item that a module can contain.

use actix_web::App;
use actix_web::rt::System;
use actix_web::test::init_service;
use cors_core::Policy;
use cors_tests::in_process;
use cors_tests::table::{cross, preflight};
use cors_tests::wire::{Request, Response};
use rocket::local::blocking::Client;

use super::lines;

static PARTNERS: Policy = cors_actix::policy!(origins = "https://partner.example");
const APP: &str = "https://app.example";

fn is_preview<R>(origin: &cors_core::Origin<'_>, _: &R) -> bool {
    origin.as_str() == "https://pr-1.example"
}

/// actix-web and Rocket have these attributes.
macro_rules! modules {
    ($framework:ident, $adapter:ident, ($($async:ident)?)) => {
        #[$adapter::cors(origins = [APP, "https://b.example"], max_age = 60, expose_headers = ["etag"])]
        /// A module with routes.
        pub(super) mod api {
            #![allow(dead_code)]
            //! A module of routes.

            use super::is_preview;
            use $framework::{get, put};

            /// A route without an attribute of its own.
            #[get("/plain")]
            pub $($async)? fn plain() -> &'static str { "" }

            pub fn helper() -> &'static str { "" }

            pub struct Service;

            impl Service {
                pub fn get(&self) -> &'static str { "" }
            }

            #[cfg(any())]
            #[get("/never")]
            pub fn plain() -> Nothing {}

            pub mod inner {
                use $framework::put;

                #[put("/inner")]
                pub $($async)? fn route() -> &'static str { "" }

                #[$adapter::cors(origins = predicate(super::is_preview), expose_headers = [])]
                pub(crate) mod innermost {
                    #[$framework::get("/innermost")]
                    #[must_use]
                    pub $($async)? fn route() -> &'static str { "" }
                }
            }

            #[$adapter::cors(policy = super::PARTNERS)]
            pub mod partners {
                #[$framework::put("/partners")]
                pub $($async)? fn partners() -> &'static str { "" }

                #[$adapter::cors(origins = "*")]
                #[$framework::put("/anyone")]
                pub $($async)? fn anyone() -> &'static str { "" }
            }

            #[$adapter::cors]
            #[put("/bare")]
            pub $($async)? fn bare() -> &'static str { super::api::helper() }
        }
    };
}

mod of_actix {
    use super::{APP, PARTNERS, is_preview};
    modules!(actix_web, cors_actix, (async));
}

mod of_rocket {
    use super::{APP, PARTNERS, is_preview};
    modules!(rocket, cors_rocket, ());
}

const LINES: [&str; 6] = [
    r#"GET /innermost: origins = predicate(super::is_preview), max_age = 60"#,
    r#"GET /plain: origins = ["https://b.example", "https://app.example"], expose_headers = ["etag"], max_age = 60"#,
    r#"PUT /anyone: origins = ["*"]"#,
    r#"PUT /bare: origins = ["https://b.example", "https://app.example"], expose_headers = ["etag"], max_age = 60"#,
    r#"PUT /inner: origins = ["https://b.example", "https://app.example"], expose_headers = ["etag"], max_age = 60"#,
    r#"PUT /partners: origins = ["https://partner.example"]"#,
];

#[test]
fn nested_modules_inherit_on_actix_web() {
    use of_actix::api::{bare, inner, partners, plain};

    let inventory = cors_actix::inventory(&[
        &plain,
        &inner::route,
        &inner::innermost::route,
        &partners::partners,
        &partners::anyone,
        &bare,
    ]);
    assert_eq!(lines(&inventory), LINES);
}

fn rocket() -> Client {
    use of_rocket::api::{bare, inner, partners, plain};

    let routes = rocket::routes![
        plain,
        inner::route,
        inner::innermost::route,
        partners::partners,
        partners::anyone,
        bare
    ];
    Client::untracked(rocket::build().attach(cors_rocket::Cors::fairing()).mount("/", routes)).unwrap()
}

#[test]
fn nested_modules_inherit_on_rocket() {
    let client = rocket();
    let expected = LINES.map(|line| line.replace("GET /", "GET, HEAD /"));
    assert_eq!(lines(&cors_rocket::inventory(client.rocket())), expected);
}

/// Origin, method and path of a request, and whether a page there may read the response.
const REQUESTS: [(&str, &str, &str, bool); 8] = [
    ("https://app.example", "GET", "/plain", true),
    ("https://other.example", "GET", "/plain", false),
    ("https://b.example", "PUT", "/inner", true),
    ("https://pr-1.example", "GET", "/innermost", true),
    ("https://app.example", "GET", "/innermost", false),
    ("https://partner.example", "PUT", "/partners", true),
    ("https://app.example", "PUT", "/partners", false),
    ("https://app.example", "PUT", "/anyone", true),
];

#[test]
fn modules_decide_requests_on_actix_web() {
    use of_actix::api::{inner, partners, plain};

    let app = App::new()
        .service(plain)
        .service(inner::route)
        .service(inner::innermost::route)
        .service(partners::partners)
        .service(partners::anyone);
    let system = System::new();
    let app = system.block_on(init_service(app));
    modules_decide(|request| system.block_on(in_process::actix(&app, request)));
}

#[test]
fn modules_decide_requests_on_rocket() {
    let client = rocket();
    modules_decide(|request| in_process::rocket(&client, request));
}

fn modules_decide(answer: impl Fn(&Request) -> Response) {
    let allows = |response: &Response| response.values("access-control-allow-origin").next().is_some();
    for (origin, method, path, is_allowed) in REQUESTS {
        let response = answer(&cross(method, path, origin));
        assert_eq!((response.status, allows(&response)), (200, is_allowed), "{origin} {path}");

        let response = answer(&preflight(method, path, origin));
        assert_eq!(response.status == 204, is_allowed, "{origin} {path}");
        assert_eq!(allows(&response), is_allowed, "{origin} {path}");
    }
}

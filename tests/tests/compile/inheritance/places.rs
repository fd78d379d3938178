//! The place of a route in a module, and the scope in which its keys are resolved.

use actix_web::App;
use actix_web::rt::System;
use actix_web::test::init_service;
use cors_core::Policy;
use cors_expand::Framework;
use cors_tests::apps::places::PLACES;
use cors_tests::apps::{actix, rocket as on_rocket};
use cors_tests::in_process;
use cors_tests::table::{cross, preflight};
use cors_tests::wire::{Request, Response};
use rocket::http::Header;
use rocket::local::blocking::Client;

use super::lines;

/// The application's policy. The module's routes are for their own origin.
const DEFAULT: Policy =
    cors_actix::policy!(origins = ["https://app.example"], methods = ["POST"], credentials = true);

#[test]
fn no_default_policy_opens_a_module_for_its_own_origin_on_actix_web() {
    let app = App::new().configure(actix::modules::configure_closed).wrap(cors_actix::Cors::new(DEFAULT));
    let system = System::new();
    let app = system.block_on(init_service(app));
    stays_closed(|request| system.block_on(in_process::actix(&app, request)));
}

#[test]
fn no_default_policy_opens_a_module_for_its_own_origin_on_rocket() {
    let fairing = cors_rocket::Cors::fairing().default_policy(DEFAULT);
    let rocket = rocket::build().attach(fairing).mount("/", on_rocket::modules::closed());
    let client = Client::untracked(rocket).unwrap();
    stays_closed(|request| in_process::rocket(&client, request));
}

fn stays_closed(answer: impl Fn(&Request) -> Response) {
    for place in PLACES {
        let path = format!("/modules/{place}");
        let response = answer(&cross("POST", &path, "https://app.example"));
        assert_eq!((response.status, response.cors_lines()), (200, Vec::new()), "{place}");
        assert_eq!(answer(&preflight("POST", &path, "https://app.example")).status, 403, "{place}");
    }
}

/// The policy that the module's keys name.
static NAMED: Policy = cors_actix::policy!(origins = ["https://named.example"]);
const ORIGIN: &str = "https://constant.example";

fn is_outer<R>(origin: &cors_core::Origin<'_>, _: &R) -> bool {
    origin.host() == "outer.example"
}

/// Modules with functions that shadow the names in the keys, on a framework.
macro_rules! shadowed {
    ($framework:ident, $adapter:ident, $routes:ty, $list:ident, ($($async:ident)?)) => {
        #[$adapter::cors(policy = NAMED)]
        mod named {
            pub(super) fn routes() -> $routes {
                #[allow(dead_code)]
                static NAMED: $adapter::Policy = $adapter::policy!(origins = "*");

                #[$framework::put("/named")]
                $($async)? fn named() -> &'static str { "" }

                /// Its parent is the module, not the function.
                mod inner {
                    #[$framework::put("/named/inner")]
                    pub(super) $($async)? fn named() -> &'static str { "" }
                }
                $list![named, inner::named]
            }
        }

        #[$adapter::cors(policy = self::NAMED)]
        mod by_self {
            pub(super) fn routes() -> $routes {
                #[allow(dead_code)]
                static NAMED: $adapter::Policy = $adapter::policy!(origins = "*");

                #[$framework::put("/by-self")]
                $($async)? fn named() -> &'static str { "" }
                $list![named]
            }
        }

        #[$adapter::cors(origins = [ORIGIN])]
        mod constant {
            pub(super) fn routes() -> $routes {
                #[allow(dead_code)]
                const ORIGIN: &str = "https://evil.example";

                #[$framework::put("/constant")]
                $($async)? fn constant() -> &'static str { "" }
                $list![constant]
            }
        }

        #[$adapter::cors(origins = predicate(is_outer))]
        mod predicate {
            pub(super) fn routes() -> $routes {
                #[allow(dead_code)]
                fn is_outer<R>(_: &cors_core::Origin<'_>, _: &R) -> bool { true }

                #[$framework::put("/predicate")]
                $($async)? fn predicate() -> &'static str { "" }
                $list![predicate]
            }
        }

        #[$adapter::cors(origins = ["https://module.example"], max_age = 60)]
        mod keys {
            use $adapter::cors;

            pub(super) fn routes() -> $routes {
                #[allow(dead_code)]
                static LOCAL: $adapter::Policy = $adapter::policy!(origins = ["https://local.example"]);

                #[cors(policy = LOCAL)]
                #[$framework::put("/keys/local")]
                $($async)? fn local() -> &'static str { "" }

                #[cors(origins = ["https://own.example"])]
                #[$framework::put("/keys/own")]
                $($async)? fn own() -> &'static str { "" }

                #[cfg_attr(all(), cors(origins = ["https://own.example"]))]
                #[$framework::put("/keys/own-if-true")]
                $($async)? fn own_if_true() -> &'static str { "" }

                #[cfg_attr(any(), cors(origins = ["https://own.example"]))]
                #[$framework::put("/keys/own-if-false")]
                $($async)? fn own_if_false() -> &'static str { "" }

                #[cfg_attr(all(), cors(origins = ["https://own.example"]), $framework::put("/keys/both"))]
                $($async)? fn both() -> &'static str { "" }
                $list![local, own, own_if_true, own_if_false, both]
            }
        }

        pub(super) fn routes() -> $routes {
            let lists = [named::routes(), by_self::routes(), constant::routes(), predicate::routes(), keys::routes()];
            lists.into_iter().flatten().collect()
        }
    };
}

mod shadowed_on_actix {
    use super::{NAMED, ORIGIN, is_outer};

    macro_rules! list {
        ($($route:path),*) => { vec![$(&$route as &dyn cors_actix::Annotated),*] };
    }
    shadowed!(actix_web, cors_actix, Vec<&'static dyn cors_actix::Annotated>, list, (async));
}

mod shadowed_on_rocket {
    use super::{NAMED, ORIGIN, is_outer};

    macro_rules! list {
        ($($route:tt)*) => { rocket::routes![$($route)*] };
    }
    shadowed!(rocket, cors_rocket, Vec<rocket::Route>, list, ());
}

const LINES: [&str; 10] = [
    r#"PUT /by-self: origins = ["https://named.example"]"#,
    r#"PUT /constant: origins = ["https://constant.example"]"#,
    r#"PUT /keys/both: origins = ["https://own.example"], max_age = 60"#,
    r#"PUT /keys/local: origins = ["https://local.example"]"#,
    r#"PUT /keys/own-if-false: origins = ["https://module.example"], max_age = 60"#,
    r#"PUT /keys/own-if-true: origins = ["https://own.example"], max_age = 60"#,
    r#"PUT /keys/own: origins = ["https://own.example"], max_age = 60"#,
    r#"PUT /named/inner: origins = ["https://named.example"]"#,
    r#"PUT /named: origins = ["https://named.example"]"#,
    "PUT /predicate: origins = predicate(is_outer)",
];

#[test]
fn items_of_a_function_hide_nothing_on_actix_web() {
    assert_eq!(lines(&cors_actix::inventory(&shadowed_on_actix::routes())), LINES);
}

#[test]
fn items_of_a_function_hide_nothing_on_rocket() {
    let rocket = rocket::build().attach(cors_rocket::Cors::fairing());
    let client = Client::untracked(rocket.mount("/", shadowed_on_rocket::routes())).unwrap();
    assert_eq!(lines(&cors_rocket::inventory(client.rocket())), LINES);
}

/// The predicate from the module's scope decides, not the one of the same name in the function.
#[test]
fn a_predicate_of_a_function_is_not_asked() {
    let rocket = rocket::build().attach(cors_rocket::Cors::fairing());
    let client = Client::untracked(rocket.mount("/", shadowed_on_rocket::routes())).unwrap();
    for (origin, is_allowed) in [("https://outer.example", true), ("https://evil.example", false)] {
        let response = client.put("/predicate").header(Header::new("origin", origin)).dispatch();
        assert_eq!(response.headers().contains("access-control-allow-origin"), is_allowed, "{origin}");
    }
}

/// In edition 2015 a module may be called `async`.
#[test]
fn a_module_has_a_name_that_is_a_word_of_another_edition() {
    let expanded = |args: &str, item: &str| {
        Framework::Rocket.expand(args.parse().unwrap(), item.parse().unwrap()).to_string()
    };
    let module = expanded(r#"origins = "*""#, "mod async { #[get(\"/\")] fn list() {} }");
    let args = r#"__inherit (async { origins = "*" })"#;
    assert!(module.contains(args), "{module}");
    let handler = expanded(args, "#[get(\"/\")] fn list() {}");
    assert!(!handler.contains("compile_error"), "{handler}");
}

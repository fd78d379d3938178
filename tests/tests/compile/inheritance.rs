//! The keys that `#[cors(…)]` on a module passes to its routes, from one list for actix-web and Rocket.

#![allow(unreachable_pub, reason = "handlers are public structs")]

mod nested;
mod places;
mod scope;

use actix_web::App;
use actix_web::http::header::ORIGIN;
use actix_web::test::{TestRequest, init_service, try_call_service};
use cors_core::{Inventory, Policy};
use rocket::http::Header;
use rocket::local::blocking::Client;

const BASE: Policy = cors_actix::policy!(origins = "https://base.example", max_age = 1);
static OTHER: Policy = cors_actix::policy!(origins = "https://other.example", methods = ["GET", "PUT"]);

/// The keys of the module, a name, the route (`get` serves GET and HEAD), the keys of the handler, and the result: the
/// methods, the policy, and whether cross-origin requests are refused.
macro_rules! rows {
    ($framework:ident) => {
        $framework! {
            #[cors(origins = "https://a.example")] origins_of_module put => r#"PUT origins = ["https://a.example"]"#;
            #[cors(max_age = 60)] origins_of_handler put #[cors(origins = "https://b.example")]
                => r#"PUT origins = ["https://b.example"], max_age = 60"#;
            #[cors(origins = "https://a.example")] origins_of_both put #[cors(origins = "https://b.example")]
                => r#"PUT origins = ["https://b.example"]"#;
            #[cors(origins = "https://a.example")] origins_and_same_origin put #[cors(same_origin)] => "PUT same_origin";

            #[cors(origins = "*", allow_headers = ["x-a"])] allow_headers_of_module put
                => r#"PUT origins = ["*"], allow_headers = ["x-a"]"#;
            #[cors(origins = "*")] allow_headers_of_handler put #[cors(allow_headers = ["x-b"])]
                => r#"PUT origins = ["*"], allow_headers = ["x-b"]"#;
            #[cors(origins = "*", allow_headers = ["x-a"])] allow_headers_of_both put #[cors(allow_headers = ["x-b"])]
                => r#"PUT origins = ["*"], allow_headers = ["x-b"]"#;
            #[cors(origins = "*", allow_headers = ["x-a"])] allow_headers_and_same_origin put #[cors(same_origin)]
                => "PUT same_origin";

            #[cors(origins = "*", expose_headers = ["x-a"])] expose_headers_of_module put
                => r#"PUT origins = ["*"], expose_headers = ["x-a"]"#;
            #[cors(origins = "*")] expose_headers_of_handler put #[cors(expose_headers = ["x-b"])]
                => r#"PUT origins = ["*"], expose_headers = ["x-b"]"#;
            #[cors(origins = "*", expose_headers = ["x-a"])] expose_headers_of_both put #[cors(expose_headers = [])]
                => r#"PUT origins = ["*"]"#;
            #[cors(origins = "*", expose_headers = ["x-a"])] expose_headers_and_same_origin put #[cors(same_origin)]
                => "PUT same_origin";

            #[cors(origins = "https://a.example", credentials = true)] credentials_of_module put
                => r#"PUT origins = ["https://a.example"], credentials = true"#;
            #[cors(origins = "https://a.example")] credentials_of_handler put #[cors(credentials = true)]
                => r#"PUT origins = ["https://a.example"], credentials = true"#;
            #[cors(origins = "https://a.example", credentials = true)] credentials_of_both put #[cors(credentials = false)]
                => r#"PUT origins = ["https://a.example"]"#;
            #[cors(origins = "https://a.example", credentials = true)] credentials_and_same_origin put #[cors(same_origin)]
                => "PUT same_origin";

            #[cors(origins = "*", max_age = 60)] max_age_of_module put => r#"PUT origins = ["*"], max_age = 60"#;
            #[cors(origins = "https://a.example")] max_age_of_handler put #[cors(max_age = "1h")]
                => r#"PUT origins = ["https://a.example"], max_age = 3600"#;
            #[cors(origins = "*", max_age = 60)] max_age_of_both put #[cors(max_age = "1h")]
                => r#"PUT origins = ["*"], max_age = 3600"#;
            #[cors(origins = "*", max_age = 60)] max_age_and_same_origin put #[cors(same_origin)] => "PUT same_origin";

            #[cors(origins = "null", dangerously_allow = ["null_origin"])] dangerously_allow_of_module put
                => r#"PUT origins = ["null"], dangerously_allow = ["null_origin"]"#;
            #[cors(max_age = 60)] dangerously_allow_of_handler put
                #[cors(origins = "null", dangerously_allow = ["null_origin"])]
                => r#"PUT origins = ["null"], max_age = 60, dangerously_allow = ["null_origin"]"#;
            #[cors(origins = "http://a.example", credentials = true, dangerously_allow = ["insecure_origins"])]
                dangerously_allow_of_both put #[cors(origins = "null", credentials = false, dangerously_allow = ["null_origin"])]
                => r#"PUT origins = ["null"], dangerously_allow = ["null_origin"]"#;
            #[cors(origins = "null", dangerously_allow = ["null_origin"])] dangerously_allow_of_other_origins put
                #[cors(origins = "*")] => r#"PUT origins = ["*"]"#;
            #[cors(origins = "http://a.example", credentials = true, dangerously_allow = ["insecure_origins"])]
                dangerously_allow_of_secure_origins put #[cors(origins = "https://b.example")]
                => r#"PUT origins = ["https://b.example"], credentials = true"#;
            #[cors(origins = "http://a.example", credentials = true, dangerously_allow = ["insecure_origins"])]
                dangerously_allow_that_is_idle put #[cors(credentials = false)]
                => r#"PUT origins = ["http://a.example"], dangerously_allow = ["insecure_origins"]"#;
            #[cors(origins = "http://a.example")] dangerously_allow_alone put
                #[cors(credentials = true, dangerously_allow = ["insecure_origins"])]
                => r#"PUT origins = ["http://a.example"], credentials = true, dangerously_allow = ["insecure_origins"]"#;
            #[cors(origins = "http://a.example", credentials = true, dangerously_allow = ["insecure_origins"])]
                dangerously_allow_alone_of_both put #[cors(credentials = false, dangerously_allow = [])]
                => r#"PUT origins = ["http://a.example"]"#;
            #[cors(origins = "null", dangerously_allow = ["null_origin"])] dangerously_allow_and_same_origin put
                #[cors(same_origin)] => "PUT same_origin";

            #[cors(policy = BASE)] policy_of_module put => r#"PUT origins = ["https://base.example"], max_age = 1"#;
            #[cors(origins = "*", credentials = false)] policy_of_handler put #[cors(policy = super::super::OTHER)]
                => r#"PUT origins = ["https://other.example"], methods = ["GET", "PUT"]"#;
            #[cors(policy = BASE)] policy_of_both put #[cors(policy = super::super::OTHER)]
                => r#"PUT origins = ["https://other.example"], methods = ["GET", "PUT"]"#;
            #[cors(policy = BASE)] policy_and_origins put #[cors(origins = "https://b.example")]
                => r#"PUT origins = ["https://b.example"]"#;
            #[cors(policy = BASE)] policy_and_same_origin put #[cors(same_origin)] => "PUT same_origin";

            #[cors(same_origin)] same_origin_of_module put => "PUT same_origin";
            #[cors(same_origin)] same_origin_of_both put #[cors(same_origin)] => "PUT same_origin";
            #[cors(same_origin)] same_origin_and_origins put #[cors(origins = "https://b.example")]
                => r#"PUT origins = ["https://b.example"]"#;
            #[cors(same_origin)] same_origin_and_policy put #[cors(policy = super::BASE)]
                => r#"PUT origins = ["https://base.example"], max_age = 1"#;

            #[cors(origins = "*", methods = ["DELETE", "GET"])] methods_of_module get => r#"GET origins = ["*"]"#;
            #[cors(origins = "*", methods = ["*"])] methods_all_of_module get => r#"GET, HEAD origins = ["*"]"#;
            #[cors(origins = "*")] methods_of_handler get #[cors(methods = ["GET"])] => r#"GET origins = ["*"]"#;
            #[cors(origins = "*", methods = ["PUT"])] methods_of_both get #[cors(methods = ["GET"])]
                => r#"GET origins = ["*"]"#;
            #[cors(methods = ["GET"])] methods_and_policy get #[cors(policy = super::BASE)]
                => r#"GET origins = ["https://base.example"], max_age = 1"#;
            #[cors(methods = ["PUT"])] methods_and_same_origin get #[cors(same_origin)] => "GET, HEAD same_origin";
            #[cors(origins = "*", methods = ["PUT"])] methods_and_policy_of_the_same_origin get
                #[cors(policy = cors_core::Policy::SAME_ORIGIN, enforce = "all_methods")]
                => " same_origin, refused";

            #[cors(origins = "https://a.example", enforce = "all_methods")] enforce_of_module get
                => r#"GET, HEAD origins = ["https://a.example"], refused"#;
            #[cors(origins = "https://a.example")] enforce_of_handler get #[cors(enforce = "all_methods")]
                => r#"GET, HEAD origins = ["https://a.example"], refused"#;
            #[cors(origins = "https://a.example", enforce = "all_methods")] enforce_of_both get
                #[cors(enforce = "unsafe_methods")] => r#"GET, HEAD origins = ["https://a.example"]"#;
            #[cors(enforce = "unsafe_methods")] enforce_and_policy put #[cors(policy = super::BASE)]
                => r#"PUT origins = ["https://base.example"], max_age = 1, refused"#;
            #[cors(origins = "*", methods = ["PUT"])] enforce_and_other_origins put
                #[cors(origins = "https://b.example", enforce = "unsafe_methods")]
                => r#"PUT origins = ["https://b.example"], refused"#;
            #[cors(enforce = "unsafe_methods")] enforce_and_same_origin put #[cors(same_origin)]
                => "PUT same_origin, refused";
            #[cors(same_origin)] same_origin_and_enforce put #[cors(enforce = "unsafe_methods")]
                => "PUT same_origin, refused";

            #[cors(crate = crate::inheritance::adapters::$framework)] crate_of_module put #[cors(origins = "*")]
                => r#"PUT origins = ["*"]"#;
            #[cors(origins = "*", crate = crate::inheritance::adapters::$framework)] crate_alone put
                => r#"PUT origins = ["*"]"#;
            #[cors(origins = "*", crate = ::nowhere)] crate_of_both put #[cors(crate = crate::inheritance::adapters::$framework)]
                => r#"PUT origins = ["*"]"#;
        }
    };
}

/// For `crate = …`.
pub mod adapters {
    pub use cors_actix as actix;
    pub use cors_rocket as rocket;
}

macro_rules! actix {
    (@put $name:ident [$($module:tt)*] $(#[cors($($own:tt)*)])?) => {
        #[cors_actix::cors($($module)*)]
        mod $name {
            $(#[cors_actix::cors($($own)*)])?
            #[actix_web::put("/")]
            pub(super) async fn handler() -> &'static str { "" }
        }
    };
    (@get $name:ident [$($module:tt)*] $(#[cors($($own:tt)*)])?) => {
        #[cors_actix::cors($($module)*)]
        mod $name {
            $(#[cors_actix::cors($($own)*)])?
            #[actix_web::route("/", method = "GET", method = "HEAD")]
            pub(super) async fn handler() -> &'static str { "" }
        }
    };
    ($(#[cors($($module:tt)*)] $name:ident $route:ident $(#[cors($($own:tt)*)])? => $outcome:literal;)*) => {
        mod on_actix {
            use super::{BASE, refuses_on_actix};

            $(actix!(@$route $name [$($module)*] $(#[cors($($own)*)])?);)*

            pub(super) async fn rows() -> Vec<(&'static str, String, &'static str)> {
                vec![$({
                    let inventory = cors_actix::inventory(&[&$name::handler]);
                    let refused = refuses_on_actix($name::handler, stringify!($route)).await;
                    let outcome = super::outcome(&inventory, refused);
                    (stringify!($name), outcome, $outcome)
                }),*]
            }
        }
    };
}

macro_rules! rocket {
    (@$route:ident $name:ident [$($module:tt)*] $(#[cors($($own:tt)*)])?) => {
        #[cors_rocket::cors($($module)*)]
        mod $name {
            $(#[cors_rocket::cors($($own)*)])?
            #[rocket::$route("/")]
            pub(super) fn handler() {}
        }
    };
    ($(#[cors($($module:tt)*)] $name:ident $route:ident $(#[cors($($own:tt)*)])? => $outcome:literal;)*) => {
        mod on_rocket {
            use super::{BASE, outcome_on_rocket};

            $(rocket!(@$route $name [$($module)*] $(#[cors($($own)*)])?);)*

            pub(super) fn rows() -> Vec<(&'static str, String, &'static str)> {
                vec![$({
                    let outcome = outcome_on_rocket(rocket::routes![$name::handler], stringify!($route));
                    (stringify!($name), outcome, $outcome)
                }),*]
            }
        }
    };
}

rows!(actix);
rows!(rocket);

const STRANGER: &str = "https://stranger.example";

fn outcome(inventory: &Inventory, refused: bool) -> String {
    let [row] = inventory.rows() else { unreachable!("one path") };
    let refused = if refused { ", refused" } else { "" };
    format!("{} {}{refused}", row.methods().join(", "), row.policy())
}

/// Returns the rows, sorted.
fn lines(inventory: &Inventory) -> Vec<String> {
    let mut lines: Vec<String> = inventory.rows().iter().map(ToString::to_string).collect();
    lines.sort();
    lines
}

async fn refuses_on_actix(handler: impl actix_web::dev::HttpServiceFactory + 'static, method: &str) -> bool {
    let app = init_service(App::new().service(handler)).await;
    let request = TestRequest::default().method(method.to_uppercase().parse().unwrap());
    let request = request.insert_header((ORIGIN, STRANGER)).to_request();
    match try_call_service(&app, request).await {
        Ok(response) => response.status() == 403,
        Err(error) => error.as_response_error().status_code() == 403,
    }
}

fn outcome_on_rocket(routes: Vec<rocket::Route>, method: &str) -> String {
    let client =
        Client::untracked(rocket::build().attach(cors_rocket::Cors::fairing()).mount("/", routes)).unwrap();
    let request = client.req(method.to_uppercase().parse::<rocket::http::Method>().unwrap(), "/");
    let refused = request.header(Header::new("origin", STRANGER)).dispatch().status().code == 403;
    outcome(&cors_rocket::inventory(client.rocket()), refused)
}

#[actix_web::test]
async fn keys_are_inherited_on_actix_web() {
    for (name, outcome, expected) in on_actix::rows().await {
        assert_eq!(outcome, expected, "{name}");
    }
}

#[test]
fn keys_are_inherited_on_rocket() {
    for (name, outcome, expected) in on_rocket::rows() {
        // Rocket serves HEAD by the GET route.
        let expected = expected.replace("GET origins", "GET, HEAD origins");
        assert_eq!(outcome, expected, "{name}");
    }
}

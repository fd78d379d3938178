// Whatever has a policy can be named, wherever it stands.
use std::sync::LazyLock;

use actix_web::{get, put, route, web};
use cors_actix::{Policy, cors, policy};
use cors_core::ReloadablePolicy;
use right_attributes::{PARTNERS as FRIENDS, tenants};

const READ: Policy = policy!(origins = "*", methods = ["GET"]);
static PARTNERS: Policy = policy!(origins = ["https://app.example.com", "https://*.example.org"], allow_headers = ["content-type"]);
static TENANTS: LazyLock<Policy> = LazyLock::new(|| READ);
static LIVE: ReloadablePolicy = ReloadablePolicy::new(Policy::SAME_ORIGIN);

mod policies {
    pub(super) struct Policies;

    impl Policies {
        pub(super) const READ: cors_actix::Policy = cors_actix::policy!(origins = "*");
    }
}

fn by_code() -> &'static Policy {
    if cfg!(debug_assertions) { &PARTNERS } else { &TENANTS }
}

macro_rules! route {
    ($name:ident, $path:literal, $policy:path) => {
        #[cors(policy = $policy)]
        #[get($path)]
        async fn $name() -> &'static str {
            $path
        }
    };
}

route!(constant, "/constant", READ);
route!(a_static, "/static", PARTNERS);
route!(lazy, "/lazy", TENANTS);
route!(reloadable, "/reloadable", LIVE);
route!(function, "/function", by_code);
route!(same_origin, "/same-origin", Policy::SAME_ORIGIN);
route!(associated, "/associated", policies::Policies::READ);
route!(another_crate, "/another-crate", ::right_attributes::READ);
route!(static_of_another_crate, "/static-of-another-crate", FRIENDS);
route!(lazy_of_another_crate, "/lazy-of-another-crate", right_attributes::TENANTS);
route!(function_of_another_crate, "/function-of-another-crate", tenants);

/// What the policy does not allow stays same-origin.
#[cors(policy = READ)]
#[route("/route", method = "GET", method = "PUT")]
async fn some_methods() -> &'static str {
    ""
}

#[cors(methods = ["PUT"], policy = PARTNERS, enforce = "all_methods", crate = ::cors_actix)]
#[put("/json")]
async fn json(name: web::Json<String>) -> String {
    name.into_inner()
}

/// In a generic function, whose parameters nothing of the expansion names.
fn configure<T: Default>(app: &mut web::ServiceConfig) {
    const LOCAL: Policy = policy!(..PARTNERS, max_age = 600);

    #[cors(policy = LOCAL)]
    #[get("/local")]
    async fn local() -> &'static str {
        ""
    }
    let _ = T::default();
    app.service(local);
}

fn main() {
    let app = actix_web::App::new().configure(configure::<u8>).service(constant).service(a_static);
    let app = app.service(lazy).service(reloadable).service(function).service(same_origin).service(associated);
    let app = app.service(another_crate).service(static_of_another_crate).service(lazy_of_another_crate);
    let _ = app.service(function_of_another_crate).service(some_methods).service(json);
}

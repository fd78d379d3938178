// On Rocket, what differs there.
use std::sync::LazyLock;

use cors_core::ReloadablePolicy;
use cors_rocket::{Cors, Origin, Policy, cors, policy};
use rocket::{Request, get, post, routes};

const APP: &str = "https://app.example.com";
static PARTNERS: Policy = policy!(origins = [APP, "https://*.example.org"], allow_headers = ["content-type"]);
static TENANTS: LazyLock<Policy> = LazyLock::new(|| PARTNERS.clone());
static LIVE: ReloadablePolicy = ReloadablePolicy::new(Policy::SAME_ORIGIN);
static READ: Policy = policy!(origins = "*", methods = ["GET"]);
const READS: Policy = policy!(origins = predicate(is_preview), methods = ["GET"]);

fn by_code() -> &'static Policy {
    &PARTNERS
}

fn is_preview(origin: &Origin<'_>, request: &Request<'_>) -> bool {
    origin.host().ends_with(".example.net") && request.uri().path() != "/"
}

async fn is_tenant(origin: &Origin<'_>, request: &Request<'_>) -> Result<bool, String> {
    let host = origin.host().to_owned();
    rocket::tokio::task::yield_now().await;
    request.headers().get_one("x-tenant").map(|tenant| host.starts_with(tenant)).ok_or("no tenant".to_owned())
}

macro_rules! handler {
    ($name:ident, $path:literal, $($arguments:tt)*) => {
        #[cors($($arguments)*)]
        #[get($path)]
        fn $name() -> &'static str {
            $path
        }
    };
}

handler!(a_static, "/static", policy = PARTNERS, enforce = "all_methods");
handler!(lazy, "/lazy", policy = TENANTS);
handler!(reloadable, "/reloadable", policy = LIVE);
handler!(function, "/function", policy = by_code);
handler!(read, "/read", policy = READ);
handler!(head, "/head", policy = READS);
handler!(of_actix, "/of-actix", policy = ::right_attributes::PARTNERS);
handler!(own, "/own", policy = Policy::SAME_ORIGIN, enforce = "all_methods");
handler!(constants, "/constants", origins = [APP, env!("CARGO_PKG_HOMEPAGE")], credentials = true);
handler!(sync, "/sync", origins = predicate(is_preview));
handler!(asynchronous, "/async", origins = async_predicate(is_tenant, vary = ["x-tenant"]), credentials = true);

#[cors(policy = PARTNERS)]
#[post("/json", format = "json", data = "<body>")]
fn json(body: String) -> String {
    body
}

fn main() {
    let routes = routes![a_static, lazy, reloadable, function, read, head, of_actix, own, constants, sync];
    let _ = rocket::build().attach(Cors::fairing()).mount("/", routes).mount("/", routes![asynchronous, json]);
}

// The values that a default policy can be made of.
use std::sync::LazyLock;

use cors_core::{Policy, ReloadablePolicy};

static LAZY: LazyLock<Policy> = LazyLock::new(|| Policy::SAME_ORIGIN);
static LIVE: ReloadablePolicy = ReloadablePolicy::new(Policy::SAME_ORIGIN);
static CLOSED: Policy = Policy::SAME_ORIGIN;

fn by_function() -> &'static Policy {
    &CLOSED
}

fn generic(policy: impl Into<cors_core::DefaultPolicy>) -> cors_actix::Cors {
    cors_actix::Cors::new(policy)
}

fn main() {
    let at_start = Policy::builder().origins(["https://app.example.com"]).build().unwrap();
    let of_env: &'static Policy = Box::leak(Box::new(at_start.clone()));
    let rocket = || cors_rocket::Cors::fairing();
    let _ = [generic(at_start.clone()), cors_actix::Cors::new(&LAZY), cors_actix::Cors::new(&LIVE)];
    let _ = [cors_actix::Cors::new(by_function), cors_actix::Cors::new(|| &CLOSED), cors_actix::Cors::new(of_env)];
    let _ = cors_actix::Cors::new(move || of_env);
    let _ = cors_actix::Cors::new(cors_core::DefaultPolicy::from(at_start.clone()));
    let _ = [rocket().default_policy(at_start), rocket().default_policy(&LAZY), rocket().default_policy(&LIVE)];
    let _ = [rocket().default_policy(by_function), rocket().default_policy(|| &CLOSED), rocket().default_policy(&CLOSED)];
}

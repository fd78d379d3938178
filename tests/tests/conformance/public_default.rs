//! The default policy for every page, on each framework.

use actix_web::App;
use actix_web::rt::System;
use actix_web::test::init_service;
use cors_core::Policy;
use cors_tests::in_process;
use cors_tests::server::config;
use cors_tests::table::{cross, preflight};
use cors_tests::wire::{Request, Response};
use rocket::local::blocking::Client;
use rocket::tokio::runtime::Builder;

#[test]
fn a_public_default_is_for_every_page_and_every_method() {
    check_public(|request| {
        System::new().block_on(async {
            let app = init_service(App::new().wrap(cors_actix::Cors::new(Policy::PUBLIC))).await;
            in_process::actix(&app, request).await
        })
    });
    let fairing = cors_rocket::Cors::fairing().default_policy(Policy::PUBLIC);
    let rocket = Client::untracked(rocket::custom(config()).attach(fairing)).unwrap();
    check_public(|request| in_process::rocket(&rocket, request));
    let axum = cors_axum::Cors::new(axum::Router::new()).default_policy(Policy::PUBLIC);
    let runtime = Builder::new_current_thread().build().unwrap();
    check_public(|request| runtime.block_on(in_process::axum(&axum, request)));
}

fn check_public(answer: impl Fn(&Request) -> Response) {
    const PREFLIGHT: [&str; 3] = [
        "access-control-allow-headers: *, authorization",
        "access-control-allow-methods: *",
        "access-control-allow-origin: *",
    ];
    const ACTUAL: [&str; 2] = ["access-control-allow-origin: *", "access-control-expose-headers: *"];
    for (name, method) in [("https://a.example", "GET"), ("null", "PUT"), ("http://intranet.test", "DELETE")]
    {
        let allowed = answer(&preflight(method, "/nowhere", name));
        assert_eq!(
            (allowed.status, allowed.cors_lines()),
            (204, PREFLIGHT.map(str::to_owned).to_vec()),
            "{method}"
        );
        let actual = cross(method, "/nowhere", name);
        for request in
            [actual.clone(), actual.header("Origin", "https://b.example"), Request::new(method, "/nowhere")]
        {
            assert_eq!(answer(&request).cors_lines(), ACTUAL, "{request:?}");
        }
    }
    assert_eq!(answer(&preflight("PURGE", "/nowhere", "null")).cors_lines(), PREFLIGHT);
}

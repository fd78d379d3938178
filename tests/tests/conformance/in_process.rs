//! Every case that needs no socket, sent by the frameworks' own test clients.

use actix_web::test::init_service;
use actix_web::{App, rt::System};
use cors_tests::counters::watch;
use cors_tests::table::{Expect, Outcome, cases, on_axum};
use cors_tests::{apps, in_process};
use rocket::local::blocking::Client;
use rocket::tokio::runtime::Builder;

use crate::check::{report, wrong};

fn quiet(expect: Option<Expect>) -> Option<Expect> {
    expect.filter(|expect| expect.outcome != Outcome::Dropped)
}

#[test]
fn every_case_gets_its_response_on_actix_web() {
    let system = System::new();
    let app = system.block_on(init_service(App::new().configure(apps::actix::configure)));
    let mut failed = Vec::new();
    for case in cases().iter().filter(|case| !case.raw) {
        let Some(expect) = quiet(case.actix.clone()) else { continue };
        let (answer, ran) = watch(|| system.block_on(in_process::actix(&app, &case.request)));
        failed.extend(wrong("actix-web", case, &expect, Some(&answer), &ran));
    }
    report(&failed);
}

#[test]
fn every_case_gets_its_response_on_rocket() {
    let client = Client::tracked(apps::rocket::build()).unwrap();
    let mut failed = Vec::new();
    for case in cases().iter().filter(|case| !case.raw) {
        let Some(expect) = quiet(case.rocket.clone()) else { continue };
        let (answer, ran) = watch(|| in_process::rocket(&client, &case.request));
        failed.extend(wrong("Rocket", case, &expect, Some(&answer), &ran));
    }
    report(&failed);
}

#[test]
fn every_case_gets_its_response_on_axum() {
    let runtime = Builder::new_current_thread().enable_time().build().unwrap();
    let mut failed = Vec::new();
    for app in [apps::axum::build(), apps::axum::build_in_two()] {
        for case in cases().iter().filter(|case| !case.raw) {
            let Some(expect) = quiet(on_axum(case).ok()) else { continue };
            let (answer, ran) = watch(|| runtime.block_on(in_process::axum(&app, &case.request)));
            failed.extend(wrong("axum", case, &expect, Some(&answer), &ran));
        }
    }
    report(&failed);
}

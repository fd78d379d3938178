//! Every case that needs no socket, sent by the frameworks' own test clients.

use actix_web::test::init_service;
use actix_web::{App, rt::System};
use cors_tests::counters::watch;
use cors_tests::framework::Framework;
use cors_tests::table::{Case, Expect, Outcome, cases};
use cors_tests::{apps, in_process};
use rocket::local::blocking::Client;
use rocket::tokio::runtime::Builder;

use crate::check::{report, wrong};

/// Returns the cases that need no socket.
fn quiet(framework: Framework) -> impl Iterator<Item = (Case, Expect)> {
    let cases = cases().into_iter().filter(|case| !case.raw);
    let expected = cases.filter_map(move |case| Some((case.clone(), case.expect(framework).ok()?)));
    expected.filter(|(_, expect)| expect.outcome != Outcome::Dropped)
}

#[test]
fn every_case_gets_its_response_on_actix_web() {
    let system = System::new();
    let app = system.block_on(init_service(App::new().configure(apps::actix::configure)));
    let mut failed = Vec::new();
    for (case, expect) in quiet(Framework::Actix) {
        let (answer, ran) = watch(|| system.block_on(in_process::actix(&app, &case.request)));
        failed.extend(wrong("actix-web", &case, &expect, Some(&answer), &ran));
    }
    report(&failed);
}

#[test]
fn every_case_gets_its_response_on_rocket() {
    let client = Client::tracked(apps::rocket::build()).unwrap();
    let mut failed = Vec::new();
    for (case, expect) in quiet(Framework::Rocket) {
        let (answer, ran) = watch(|| in_process::rocket(&client, &case.request));
        failed.extend(wrong("Rocket", &case, &expect, Some(&answer), &ran));
    }
    report(&failed);
}

#[test]
fn every_case_gets_its_response_on_axum() {
    let runtime = Builder::new_current_thread().enable_time().build().unwrap();
    let mut failed = Vec::new();
    for app in [apps::axum::build(), apps::axum::build_in_two()] {
        for (case, expect) in quiet(Framework::Axum) {
            let (answer, ran) = watch(|| runtime.block_on(in_process::axum(&app, &case.request)));
            failed.extend(wrong("axum", &case, &expect, Some(&answer), &ran));
        }
    }
    report(&failed);
}

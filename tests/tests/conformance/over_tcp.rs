//! Every case over TCP, and the comparison of the servers' lines.

use cors_tests::apps;
use cors_tests::counters::watch;
use cors_tests::framework::Framework;
use cors_tests::server::Server;
use cors_tests::table::{Case, Expect, cases};
use cors_tests::wire::{Response, send};

use crate::check::{report, wrong};

#[test]
fn every_case_gets_its_response_on_each_framework() {
    let servers = [
        ("actix-web", Server::actix(apps::actix::configure)),
        ("Rocket", Server::rocket(apps::rocket::build)),
        ("axum", Server::axum(apps::axum::build)),
    ];
    let (mut failed, mut compared) = (Vec::new(), 0);
    for case in cases() {
        let expects = Framework::ALL.map(|framework| case.expect(framework).ok());
        let got: Vec<_> = servers
            .iter()
            .zip(&expects)
            .filter_map(|((name, server), expect)| {
                Some(run(name, server, &case, expect.as_ref()?, &mut failed))
            })
            .collect();
        let lines: Vec<_> = expects.iter().flatten().map(|expect| but_methods(&expect.lines)).collect();
        // They are to be alike, so what was received is compared itself.
        if lines.windows(2).all(|pair| pair[0] == pair[1]) {
            let got: Vec<_> = got.iter().map(|lines| but_methods(lines)).collect();
            compared += usize::from(got.len() == 3);
            if got.windows(2).any(|pair| pair[0] != pair[1]) {
                failed.push(format!("{}, {}: {got:?}", case.rule, case.desc));
            }
        }
    }
    report(&failed);
    assert!(compared > 600, "{compared} cases are compared on all three");
}

/// axum lists the requested method alone, the others all methods of the route.
fn but_methods(lines: &[String]) -> Vec<String> {
    lines.iter().filter(|line| !line.starts_with("access-control-allow-methods: ")).cloned().collect()
}

/// Returns the lines of the response.
fn run(name: &str, server: &Server, case: &Case, expect: &Expect, failed: &mut Vec<String>) -> Vec<String> {
    let (answer, ran) = watch(|| send(server.address, &case.request));
    let got = answer.ok();
    failed.extend(wrong(&format!("{name} over TCP"), case, expect, got.as_ref(), &ran));
    got.as_ref().map(Response::cors_lines).unwrap_or_default()
}

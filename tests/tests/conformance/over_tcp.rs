//! Every case over TCP, and the comparison of the two servers' lines.

use cors_tests::apps;
use cors_tests::counters::watch;
use cors_tests::server::Server;
use cors_tests::table::{Case, Expect, cases};
use cors_tests::wire::send;

use crate::check::{Got, report, wrong};

#[test]
fn both() {
    let actix = Server::actix(apps::actix::configure);
    let rocket = Server::rocket(apps::rocket::build);
    let mut failed = Vec::new();
    for case in cases() {
        let of_actix = case.actix.as_ref().map(|expect| run("actix-web", &actix, &case, expect, &mut failed));
        let of_rocket = case.rocket.as_ref().map(|expect| run("Rocket", &rocket, &case, expect, &mut failed));
        let alike = case.actix.as_ref().map(|expect| &expect.lines)
            == case.rocket.as_ref().map(|expect| &expect.lines);
        if let (Some(of_actix), Some(of_rocket), true) = (of_actix, of_rocket, alike)
            && of_actix.lines() != of_rocket.lines()
        {
            failed.push(format!(
                "{}, {}: {:?} and {:?}",
                case.rule,
                case.desc,
                of_actix.lines(),
                of_rocket.lines()
            ));
        }
    }
    report(&failed);
}

fn run(name: &str, server: &Server, case: &Case, expect: &Expect, failed: &mut Vec<String>) -> Got {
    let (answer, ran) = watch(|| send(server.address, &case.request));
    let got = answer.map_or_else(|_dropped| Got::default(), Got::from);
    failed.extend(wrong(&format!("{name} over TCP"), case, expect, &got, &ran));
    got
}

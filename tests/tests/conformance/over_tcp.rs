//! Every case over TCP, and the comparison of the servers' lines.

use cors_tests::counters::watch;
use cors_tests::framework::{App, Framework};
use cors_tests::server::Server;
use cors_tests::table::{Case, Expect, cases};
use cors_tests::wire::{Response, send};

use crate::check::{report, wrong};

#[test]
fn every_case_gets_its_response_on_each_framework() {
    let servers = Framework::servers(App::Table);
    let (mut failed, mut compared) = (Vec::new(), 0);
    for case in cases() {
        let (mut lines, mut got) = (Vec::new(), Vec::new());
        for (framework, server) in &servers {
            let Ok(expect) = case.expect(*framework) else { continue };
            lines.push(but_methods(&expect.lines));
            got.push(but_methods(&run(*framework, server, &case, &expect, &mut failed)));
        }
        // They are to be alike, so what was received is compared itself.
        if lines.windows(2).all(|pair| pair[0] == pair[1]) {
            compared += usize::from(got.len() == servers.len());
            if got.windows(2).any(|pair| pair[0] != pair[1]) {
                failed.push(format!("{}, {}: {got:?}", case.rule, case.desc));
            }
        }
    }
    report(&failed);
    assert!(compared > 600, "{compared} cases are compared on each framework");
}

/// axum lists the requested method alone, the others all methods of the route.
fn but_methods(lines: &[String]) -> Vec<String> {
    lines.iter().filter(|line| !line.starts_with("access-control-allow-methods: ")).cloned().collect()
}

/// Returns the lines of the response.
fn run(
    framework: Framework,
    server: &Server,
    case: &Case,
    expect: &Expect,
    failed: &mut Vec<String>,
) -> Vec<String> {
    let (answer, ran) = watch(|| send(server.address, &case.request));
    let got = answer.ok();
    failed.extend(wrong(&format!("{} over TCP", framework.name()), case, expect, got.as_ref(), &ran));
    got.as_ref().map(Response::cors_lines).unwrap_or_default()
}

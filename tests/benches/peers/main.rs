//! Measures what CORS costs a request, beside the usual crates: `cargo bench -p cors-tests --bench peers`.
//!
//! Every row is one kind of request to three applications in one process: *bare* has the handler alone (for preflights
//! a route for `OPTIONS` that responds with 204), *ours* has `cors-core` or its adapter, *peer* the usual crate with an
//! equivalent policy. A preflight is answered without the handler, so both can be below bare.
//!
//! - The bench measures only if the responses agree, see [`answer`]; otherwise it fails. No time makes it fail.
//! - A sample is a number of requests, built beforehand. The three take samples in turns, so that other load on the
//!   machine affects all of them. Differences and ratios compare neighbouring samples. Each figure is a median, and the
//!   two beside it are the quartiles.
//! - The responses of a bare handler have `content-type` and, where the framework sets it before it sends, `content-length`.
//! - Heap allocations are counted for one request in a warm application, apart from the timing.
//!
//! Only the table goes to the standard output. Words after `--` choose rows: `-- Rocket`, `-- "10 000"`.

#![allow(clippy::indexing_slicing, clippy::panic, clippy::unwrap_used, reason = "a bench fails by a panic")]

mod actix;
mod answer;
#[path = "../apps/mod.rs"]
mod apps;
mod axum_web;
mod cases;
#[path = "../figures/mod.rs"]
mod figures;
mod measure;
mod rocket_web;
mod table;
mod tower;

use std::env;
use std::process::ExitCode;

use cases::Case;
use measure::Contestants;

/// A framework, and its contestants.
struct Stack {
    name: &'static str,
    peer: &'static str,
    /// The statuses of ours and of the peer.
    statuses: [fn(cases::Kind) -> u16; 2],
    contestants: fn(&Case) -> Contestants,
    /// The stack has routes, whose policies can be literals.
    has_routes: bool,
}

const STACKS: [Stack; 5] = [actix::STACK, rocket_web::STACK, axum_web::STACK, axum_web::LAYER, tower::STACK];

/// The number of requests that `tests/benches/profile` counts.
const PROFILED: usize = 1000;

fn main() -> ExitCode {
    let chosen: Vec<String> = env::args().skip(1).filter(|word| !word.starts_with("--")).collect();
    let mut runs = Vec::new();
    for stack in &STACKS {
        for case in cases::all().into_iter().filter(|case| stack.has_routes || !case.setting.is_of_routes()) {
            let title = format!("{} {}", stack.name, case.name);
            if chosen.iter().all(|word| title.contains(word)) {
                runs.push((stack, (stack.contestants)(&case), case));
            }
        }
    }
    let disagreements: Vec<String> = runs
        .iter()
        .filter_map(|(stack, contestants, case)| answer::compare(stack, case, contestants).err())
        .collect();
    for disagreement in &disagreements {
        eprintln!("{disagreement}");
    }
    if !disagreements.is_empty() {
        return ExitCode::FAILURE;
    }
    if let (Ok(name), Some((_, contestants, case))) = (env::var("PROFILED"), runs.first()) {
        let profiled = contestants.named(&name).unwrap();
        for _ in 0..PROFILED / measure::REQUESTS {
            profiled.sample(&case.ask);
        }
        return ExitCode::SUCCESS;
    }
    table::head();
    for (stack, contestants, case) in &runs {
        table::row(stack, case, &measure::measure(contestants, &case.ask));
    }
    ExitCode::SUCCESS
}

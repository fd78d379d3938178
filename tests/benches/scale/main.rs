//! Measures what grows with an application, its origins and its handlers: `cargo bench -p cors-tests --bench scale`.
//!
//! The compared cases of a table take their samples in turns, so that other load on the machine affects all of it. Figures are medians with
//! their quartiles. No time makes the bench fail.
//!
//! Only the tables go to the standard output. Words after `--` choose some: `-- origins`, `-- reload`, `-- handlers`.

#![allow(clippy::indexing_slicing, clippy::unwrap_used, reason = "a bench fails by a panic")]

#[path = "../figures/mod.rs"]
mod figures;
mod handlers;
mod origins;
mod reload;

use cors_core::{AllowMethods, Decision, FieldLines, Policy, Request};

const TABLES: [(&str, fn()); 3] =
    [("origins", origins::print), ("reload", reload::print), ("handlers", handlers::print)];

fn main() {
    let chosen: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with("--")).collect();
    for (name, print) in TABLES {
        if chosen.is_empty() || chosen.iter().any(|word| word == name) {
            print();
            println!();
        }
    }
}

/// Returns origins of equal length, as tenants often have, so that an order by length decides nothing.
fn tenants(size: usize) -> Vec<String> {
    (0..size).map(|index| format!("https://tenant-{index:07}.example.com")).collect()
}

fn policy_of(origins: &[String]) -> Policy {
    Policy::builder().origins(origins.iter().map(String::as_str)).build().unwrap()
}

fn decide<'p>(policy: &'p Policy, origin: &'p str) -> Decision<'p> {
    let origin = FieldLines::One(origin.as_bytes());
    policy.decide(AllowMethods::SAFELISTED, &Request { method: b"GET", origin, ..Request::default() })
}

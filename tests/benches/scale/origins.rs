//! Few origins and many: the time of a decision, and the memory of the policy.

use std::hint::black_box;
use std::time::Instant;

use allocation_counter::{measure as count, opt_out};
use cors_core::Policy;

use crate::figures::Spread;
use crate::{decide, policy_of, tenants};

const SIZES: [usize; 5] = [1, 10, 1_000, 10_000, 1_000_000];
const ROUNDS: usize = 200;
/// The number of decisions in a sample.
const DECISIONS: usize = 1_000;

/// A policy, and what it took to build.
struct Sized {
    origins: Vec<String>,
    policy: Policy,
    milliseconds: f64,
    bytes: i64,
    /// The nanoseconds of one decision in each sample.
    allowed: Vec<f64>,
    refused: Vec<f64>,
}

pub(crate) fn print() {
    let mut all = SIZES.map(sized);
    for round in 0..ROUNDS {
        for Sized { origins, policy, allowed, refused, .. } in &mut all {
            let origins = spread(origins, round);
            allowed.push(sample(policy, &origins));
            let foreign: Vec<String> = origins.iter().map(|origin| origin.replace(".com", ".org")).collect();
            refused.push(sample(policy, &foreign));
        }
    }
    println!("| origins | allowed, ns | refused, ns | memory, bytes | for each origin | built, ms |");
    println!("|---|---|---|---|---|---|");
    for Sized { origins, milliseconds, bytes, allowed, refused, .. } in all {
        let (allowed, refused) = (Spread::of(allowed), Spread::of(refused));
        let of_each = bytes as f64 / origins.len() as f64;
        println!(
            "| {} | {allowed:.1} | {refused:.1} | {bytes} | {of_each:.0} | {milliseconds:.2} |",
            origins.len()
        );
    }
}

fn sized(size: usize) -> Sized {
    let origins = tenants(size);
    let mut built = None;
    let counted = count(|| {
        let start = Instant::now();
        let policy = policy_of(&origins);
        built = Some((policy, start.elapsed().as_secs_f64() * 1e3));
    });
    let (policy, milliseconds) = built.unwrap();
    let bytes = counted.bytes_current + size_of::<Policy>() as i64;
    Sized { origins, policy, milliseconds, bytes, allowed: Vec::new(), refused: Vec::new() }
}

/// Returns origins from the whole list, others in each round, so that a large policy is not in the cache. The copies are, as is
/// the head of a request.
fn spread(origins: &[String], round: usize) -> Vec<String> {
    // A large prime, so that neighbours in the list are not decided in sequence.
    let places = (0..DECISIONS).map(|decision| (round * DECISIONS + decision) * 7_919 % origins.len());
    places.map(|place| origins[place].clone()).collect()
}

/// Returns the nanoseconds of one decision.
fn sample(policy: &Policy, origins: &[String]) -> f64 {
    let mut nanoseconds = 0.0;
    // The binary counts allocations, which must take no time here.
    opt_out(|| {
        let start = Instant::now();
        for origin in origins {
            black_box(decide(policy, black_box(origin)));
        }
        nanoseconds = start.elapsed().as_secs_f64() * 1e9;
    });
    nanoseconds / origins.len() as f64
}

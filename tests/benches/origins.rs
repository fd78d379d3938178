//! Measures the time of a decision with few origins and with many: `cargo bench -p cors-tests --bench origins`.
//!
//! Each line is the median of samples that are taken in turns, so that other load on the machine affects all of them.
//! No time fails the bench. The goal is that 10 000 origins take at most twice as long as 10.

#![allow(clippy::indexing_slicing, clippy::unwrap_used, missing_docs, reason = "a bench")]

use std::hint::black_box;
use std::time::{Duration, Instant};

use cors_core::{AllowMethods, FieldLines, Policy, Request};

const SIZES: [usize; 5] = [1, 10, 100, 1_000, 10_000];
const SAMPLES: usize = 200;
/// The look-ups of one sample, spread over the list.
const LOOK_UPS: usize = 1_000;

fn main() {
    let lists: Vec<Vec<String>> = SIZES.map(|size| (0..size).map(origin).collect()).into();
    let policies: Vec<Policy> = lists.iter().map(|list| built(list)).collect();
    let mut samples = vec![(Vec::new(), Vec::new()); SIZES.len()];
    for _ in 0..SAMPLES {
        for ((policy, list), (allowed, refused)) in policies.iter().zip(&lists).zip(&mut samples) {
            allowed.push(sample(policy, |index| list[index % list.len()].as_bytes()));
            refused.push(sample(policy, |_| b"https://tenant-00000.example.org"));
        }
    }
    println!("{:>8} {:>14} {:>14} {:>12}", "origins", "allowed, ns", "refused, ns", "x of 10");
    let medians: Vec<[f64; 2]> =
        samples.into_iter().map(|(allowed, refused)| [median(allowed), median(refused)]).collect();
    for (size, [allowed, refused]) in SIZES.iter().zip(&medians) {
        println!("{size:>8} {allowed:>14.1} {refused:>14.1} {:>12.2}", allowed / medians[1][0]);
    }
}

/// Returns an origin. All have one length, as tenants' origins often have, so that an order by length decides nothing.
fn origin(index: usize) -> String {
    format!("https://tenant-{index:05}.example.com")
}

fn built(list: &[String]) -> Policy {
    let start = Instant::now();
    let policy = Policy::builder().origins(list.iter().map(String::as_str)).build().unwrap();
    println!("{} origins: built in {:.1} ms", list.len(), start.elapsed().as_secs_f64() * 1e3);
    policy
}

/// Returns the time of one decision.
fn sample<'o>(policy: &Policy, origin: impl Fn(usize) -> &'o [u8]) -> Duration {
    let start = Instant::now();
    for look_up in 0..LOOK_UPS {
        // A large prime, so that neighbours in the list are not looked up in sequence.
        let origin = origin(look_up.wrapping_mul(7_919));
        let request =
            Request { method: b"GET", origin: FieldLines::One(black_box(origin)), ..Request::default() };
        black_box(policy.decide(AllowMethods::SAFELISTED, &request));
    }
    start.elapsed()
}

/// Returns nanoseconds for one decision.
fn median(mut samples: Vec<Duration>) -> f64 {
    samples.sort();
    samples[samples.len() / 2].as_secs_f64() * 1e9 / f64::from(u32::try_from(LOOK_UPS).unwrap())
}

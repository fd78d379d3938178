//! A policy that another thread replaces while requests are decided.

use std::hint::black_box;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use cors_core::{Policy, ReloadablePolicy};

use crate::{decide, policy_of, tenants};

const ORIGINS: usize = 10_000;
const ROUNDS: usize = 10;
const ROUND: Duration = Duration::from_secs(1);
const PAUSE: Duration = Duration::from_millis(100);

static LIVE: ReloadablePolicy = ReloadablePolicy::new(Policy::SAME_ORIGIN);

/// The decisions under one condition.
#[derive(Default)]
struct Decisions {
    /// The nanoseconds of each decision, with those of the clock.
    nanoseconds: Vec<u32>,
    replaced: usize,
}

pub(crate) fn print() {
    let origins = tenants(ORIGINS);
    LIVE.store(policy_of(&origins));
    let [mut alone, mut replaced] = [Decisions::default(), Decisions::default()];
    for _ in 0..ROUNDS {
        decide_for_a_round(&origins, &mut alone);
        let is_over = AtomicBool::new(false);
        replaced.replaced += thread::scope(|scope| {
            let replacing = scope.spawn(|| replace(&origins, &is_over));
            decide_for_a_round(&origins, &mut replaced);
            is_over.store(true, Ordering::Relaxed);
            replacing.join().unwrap()
        });
    }
    println!("| a policy of {ORIGINS} origins | decisions | replaced | p50, ns | p99, ns | p99.9, ns |");
    println!("|---|---|---|---|---|---|");
    for (name, Decisions { mut nanoseconds, replaced }) in
        [("alone", alone), ("replaced by another thread", replaced)]
    {
        nanoseconds.sort_unstable();
        let [half, most, nearly_all] =
            [500, 990, 999].map(|thousandths| nanoseconds[nanoseconds.len() * thousandths / 1_000]);
        println!("| {name} | {} | {replaced} | {half} | {most} | {nearly_all} |", nanoseconds.len(),);
    }
}

/// Decides one request after the other, each with the policy that is current.
fn decide_for_a_round(origins: &[String], decisions: &mut Decisions) {
    let end = Instant::now() + ROUND;
    // A large prime, so that neighbours in the list are not decided in sequence.
    for place in (0..).map(|number: usize| number * 7_919 % origins.len()) {
        let origin = origins[place].clone();
        let start = Instant::now();
        black_box(decide(&LIVE.load(), black_box(&origin)));
        let stop = Instant::now();
        decisions.nanoseconds.push(u32::try_from((stop - start).as_nanos()).unwrap_or(u32::MAX));
        if stop > end {
            return;
        }
    }
}

/// Builds and stores policies, ten in a second. Returns their number.
fn replace(origins: &[String], is_over: &AtomicBool) -> usize {
    let mut replaced = 0;
    while !is_over.load(Ordering::Relaxed) {
        LIVE.store(policy_of(origins));
        replaced += 1;
        thread::sleep(PAUSE);
    }
    replaced
}

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
/// The time from one policy to the next.
const INTERVAL: Duration = Duration::from_millis(100);
const LONGEST: usize = 100_000;

static LIVE: ReloadablePolicy = ReloadablePolicy::new(Policy::SAME_ORIGIN);

/// The decisions under one condition.
struct Decisions {
    /// How many decisions took so many nanoseconds, with those of the clock. The last number is of all longer ones.
    taking: Vec<usize>,
    replaced: usize,
}

impl Decisions {
    fn none() -> Self {
        Self { taking: vec![0; LONGEST + 1], replaced: 0 }
    }

    fn count(&self) -> usize {
        self.taking.iter().sum()
    }

    /// Returns the nanoseconds that so many of 1 000 decisions did not exceed.
    fn percentile(&self, thousandths: usize) -> usize {
        let mut left = self.count() * thousandths / 1_000;
        let is_reached = |taking: &usize| {
            let is_reached = left < *taking;
            left = left.saturating_sub(*taking);
            is_reached
        };
        self.taking.iter().position(is_reached).unwrap()
    }
}

pub(crate) fn print() {
    let origins = tenants(ORIGINS);
    LIVE.store(policy_of(&origins));
    let [mut alone, mut replaced] = [Decisions::none(), Decisions::none()];
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
    for (name, decisions) in [("alone", alone), ("replaced by another thread", replaced)] {
        let [half, most, nearly_all] = [500, 990, 999].map(|thousandths| decisions.percentile(thousandths));
        println!(
            "| {name} | {} | {} | {half} | {most} | {nearly_all} |",
            decisions.count(),
            decisions.replaced
        );
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
        decisions.taking[LONGEST.min((stop - start).as_nanos() as usize)] += 1;
        if stop > end {
            return;
        }
    }
}

/// Builds and stores policies, ten in a second. Returns their number.
fn replace(origins: &[String], is_over: &AtomicBool) -> usize {
    let mut replaced = 0;
    while !is_over.load(Ordering::Relaxed) {
        let start = Instant::now();
        LIVE.store(policy_of(origins));
        replaced += 1;
        thread::sleep(INTERVAL.saturating_sub(start.elapsed()));
    }
    replaced
}

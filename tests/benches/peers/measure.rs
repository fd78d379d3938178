//! Times and allocations.

use std::hint::black_box;
use std::time::Instant;

use allocation_counter::{measure as count, opt_out};

use crate::answer::Answer;
use crate::cases::Ask;
use crate::figures::Spread;

const ROUNDS: usize = 300;
/// The number of requests in a sample.
pub(crate) const REQUESTS: usize = 50;

/// An application that takes requests.
pub(crate) trait Contestant {
    type Request;
    type Response;

    /// Builds a request as the framework has it when it starts to serve it.
    fn request(&self, ask: &Ask, number: usize) -> Self::Request;

    /// Runs the measured code, including the end of the response.
    fn call(&self, request: Self::Request) -> Self::Response;

    fn answer(&self, response: Self::Response) -> Answer;
}

/// A contestant's measurements.
pub(crate) trait Measured {
    /// Returns the nanoseconds of one request.
    fn sample(&self, ask: &Ask) -> f64;
    fn allocations(&self, ask: &Ask) -> i64;
    /// Returns the response to one request.
    fn answer(&self, ask: &Ask, number: usize) -> Answer;
}

impl<C: Contestant> Measured for C {
    fn sample(&self, ask: &Ask) -> f64 {
        let requests: Vec<C::Request> = (0..REQUESTS).map(|number| self.request(ask, number)).collect();
        let mut nanoseconds = 0.0;
        // The binary counts allocations, which must take no time here.
        opt_out(|| {
            let start = Instant::now();
            serve(self, requests);
            nanoseconds = start.elapsed().as_secs_f64() * 1e9;
        });
        nanoseconds / REQUESTS as f64
    }

    fn allocations(&self, ask: &Ask) -> i64 {
        // The first sample fills the pools of the framework.
        self.sample(ask);
        let request = self.request(ask, 0);
        let mut response = None;
        let counted = count(|| response = Some(self.call(request)));
        i64::try_from(counted.count_total).unwrap()
    }

    fn answer(&self, ask: &Ask, number: usize) -> Answer {
        self.answer(self.call(self.request(ask, number)))
    }
}

/// Serves requests. `tests/benches/profile` counts the instructions in here, so it is not inlined.
#[inline(never)]
fn serve<C: Contestant>(contestant: &C, requests: Vec<C::Request>) {
    for request in requests {
        drop(black_box(contestant.call(black_box(request))));
    }
}

/// The contestants of one row.
pub(crate) struct Contestants {
    pub(crate) bare: Box<dyn Measured>,
    pub(crate) ours: Box<dyn Measured>,
    pub(crate) peer: Box<dyn Measured>,
}

impl Contestants {
    pub(crate) fn named(&self, name: &str) -> Option<&dyn Measured> {
        match name {
            "bare" => Some(&*self.bare),
            "ours" => Some(&*self.ours),
            "peer" => Some(&*self.peer),
            _ => None,
        }
    }

    pub(crate) fn each<T>(&self, of: impl Fn(&dyn Measured) -> T) -> [T; 3] {
        [of(&*self.bare), of(&*self.ours), of(&*self.peer)]
    }
}

/// The figures of one row; times in nanoseconds.
pub(crate) struct Row {
    pub(crate) bare: Spread,
    pub(crate) ours: Spread,
    pub(crate) peer: Spread,
    /// The ratio of ours to the peer, both over bare.
    pub(crate) ratio: Spread,
    /// Allocations of ours and of the peer, over bare.
    pub(crate) allocations: [i64; 2],
}

pub(crate) fn measure(contestants: &Contestants, ask: &Ask) -> Row {
    let mut rounds = Vec::with_capacity(ROUNDS);
    for round in 0..ROUNDS {
        let Contestants { bare, ours, peer } = contestants;
        let all = [bare, ours, peer];
        let mut times = [0.0; 3];
        // In rotation, so that each contestant follows each of the others equally often.
        for turn in 0..3 {
            let place = if round % 2 == 0 { round + turn } else { round + 3 - turn } % 3;
            times[place] = all[place].sample(ask);
        }
        rounds.push(times);
    }
    let spread = |of: fn(&[f64; 3]) -> f64| Spread::of(rounds.iter().map(of));
    let [bare, ours, peer] = contestants.each(|contestant| contestant.allocations(ask));
    Row {
        bare: spread(|[bare, ..]| *bare),
        ours: spread(|[bare, ours, _]| ours - bare),
        peer: spread(|[bare, _, peer]| peer - bare),
        ratio: spread(|[bare, ours, peer]| (ours - bare) / (peer - bare)),
        allocations: [ours - bare, peer - bare],
    }
}

//! A rate that is never exceeded.

use std::thread;
use std::time::{Duration, Instant};

/// Turns at a fixed rate, until an end. A late turn does not make the next ones come sooner.
pub(crate) struct Pace {
    interval: Duration,
    next: Instant,
    end: Instant,
}

impl Pace {
    pub(crate) fn new(per_second: u32, end: Instant) -> Self {
        Self { interval: Duration::from_secs(1) / per_second, next: Instant::now(), end }
    }

    /// Waits for the next turn; `false` at the end.
    pub(crate) fn wait(&mut self) -> bool {
        let now = Instant::now();
        let turn = self.next.max(now);
        if turn >= self.end {
            return false;
        }
        thread::sleep(turn - now);
        self.next = turn + self.interval;
        true
    }
}

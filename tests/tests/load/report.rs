//! The measurements of a server, and their limits.

use std::thread;
use std::time::{Duration, Instant};

use crate::attacks::{self, Tally};
use crate::benign::{self, Seen};
use crate::server::Server;

/// The memory growth, in KiB, that is allowed over the maximum of the first third. The allocator keeps some buffers for
/// each thread, and sometimes more of the long heads coincide, of up to 400 KiB each. A leak of 100 bytes per request
/// would add 17 MiB in 200 s.
const GROWTH: u64 = 6 * 1024;

pub(crate) struct Report {
    alone: Seen,
    attacked: Seen,
    tally: Tally,
    afterwards: Seen,
    /// In KiB, a sample for each second of the attack.
    memory: Vec<u64>,
    /// Open files before the attack, at most, and after the attack.
    files: [usize; 3],
}

impl Report {
    /// Visits a server without attacks for a fifth of `time`, then with attackers for all of it.
    pub(crate) fn of(server: &Server, time: Duration) -> Self {
        let address = server.address;
        let fresh = server.files();
        let alone = benign::visit(address, Instant::now() + time / 5);
        let before = server.files_at_rest(fresh);
        let end = Instant::now() + time;
        let (attacked, tally, (memory, most)) = thread::scope(|scope| {
            let attacked = scope.spawn(move || benign::visit(address, end));
            let tally = scope.spawn(move || attacks::run(address, end));
            let watched = watch(server, end);
            (attacked.join().unwrap(), tally.join().unwrap(), watched)
        });
        let files = [before, most, server.files_at_rest(before)];
        let afterwards = benign::visit(address, Instant::now() + Duration::from_secs(1));
        Self { alone, attacked, tally, afterwards, memory, files }
    }

    /// Returns the report as rows of a table, with the same names for each server.
    pub(crate) fn rows(&self) -> Vec<(&str, String)> {
        let Self { alone, attacked, memory, files, .. } = self;
        let (early, late) = self.highest();
        let times = |seen: &Seen| format!("{} / {}", seen.percentile(50), seen.percentile(99));
        let ratio = attacked.percentile(99) as f64 / alone.percentile(99) as f64;
        let mut rows = vec![
            ("right answers", format!("{}, {}", alone.answers(), attacked.answers())),
            ("alone, p50 / p99, us", times(alone)),
            ("attacked, p50 / p99, us", times(attacked)),
            ("p99 of p99 alone", format!("x {ratio:.2}")),
            (
                "memory, KiB",
                format!("{} to {early}, then {late}, last {}", memory[0], memory[memory.len() - 1]),
            ),
            ("open files", format!("{} to {}, then {}", files[0], files[1], files[2])),
        ];
        for (attack, outcomes) in &self.tally.outcomes {
            let outcomes: Vec<_> =
                outcomes.iter().map(|(outcome, count)| format!("{outcome} x {count}")).collect();
            rows.push((attack, outcomes.join(", ")));
        }
        rows
    }

    pub(crate) fn check(&self) {
        for seen in [&self.alone, &self.attacked, &self.afterwards] {
            assert!(seen.answers() > 0, "nobody came");
            assert_eq!(seen.wrong, [""; 0]);
        }
        assert_eq!(self.tally.wrong, [""; 0]);
        let (early, late) = self.highest();
        assert!(late <= early + GROWTH, "memory grows, in KiB: {:?}", self.memory);
        assert!(self.files[2] <= self.files[0], "files stay open: {:?}", self.files);
    }

    /// Returns the maximum of memory in the first third, and after it.
    fn highest(&self) -> (u64, u64) {
        let (early, late) = self.memory.split_at(self.memory.len() / 3);
        (early.iter().copied().max().unwrap_or(0), late.iter().copied().max().unwrap_or(0))
    }
}

/// Samples the memory each second, and returns the maximum of open files as well.
fn watch(server: &Server, end: Instant) -> (Vec<u64>, usize) {
    let (mut memory, mut most) = (Vec::new(), 0);
    while Instant::now() < end {
        memory.push(server.memory());
        most = most.max(server.files());
        thread::sleep(Duration::from_secs(1));
    }
    (memory, most)
}

//! A quickstart server in a process of its own, and what the system says of that.

use std::fs;
use std::net::SocketAddr;
use std::thread;
use std::time::{Duration, Instant};

use cors_tests::example::Example;

/// How long a server may take to notice that connections have ended. actix-web looks after theirs for up to 5 s.
const SETTLE: Duration = Duration::from_secs(20);

/// A running server. It ends when this is dropped.
pub(crate) struct Server {
    running: Example,
    pub(crate) address: SocketAddr,
}

impl Server {
    /// Starts the release build of an example that prints its address first.
    pub(crate) fn start(package: &str, example: &str) -> Self {
        let mut running = Example::start_release(package, example);
        let address = loop {
            let line = running.line();
            if let Some((_, address)) = line.split_once(" on http://") {
                break address.trim_end_matches(':').parse().unwrap();
            }
        };
        // Rocket's prints each request.
        running.read_on();
        Self { running, address }
    }

    /// The memory that it holds, in KiB.
    pub(crate) fn memory(&self) -> u64 {
        let status = fs::read_to_string(format!("/proc/{}/status", self.running.id())).unwrap();
        let line = status
            .lines()
            .find_map(|line| line.strip_prefix("VmRSS:"))
            .unwrap_or_else(|| panic!("the server has ended"));
        line.trim().trim_end_matches(" kB").parse().unwrap()
    }

    /// How many files and sockets it has open.
    pub(crate) fn files(&self) -> usize {
        fs::read_dir(format!("/proc/{}/fd", self.running.id())).unwrap().count()
    }

    /// As [`Self::files`], once those are no more than `expected`, or after some time.
    pub(crate) fn files_at_rest(&self, expected: usize) -> usize {
        let end = Instant::now() + SETTLE;
        while self.files() > expected && Instant::now() < end {
            thread::sleep(Duration::from_millis(100));
        }
        self.files()
    }
}

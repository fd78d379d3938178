//! A quickstart server in a process of its own, and the resources that the process uses.

use std::fs;
use std::net::SocketAddr;
use std::thread;
use std::time::{Duration, Instant};

use cors_tests::example::Example;

/// The time limit for a server to notice closed connections. actix-web checks for up to 5 s.
const SETTLE: Duration = Duration::from_secs(20);

/// A running server. Dropping the value ends the process.
pub(crate) struct Server {
    running: Example,
    pub(crate) address: SocketAddr,
}

impl Server {
    /// Starts the release build of an example, which prints its address before it serves.
    pub(crate) fn start(package: &str, example: &str) -> Self {
        let mut running = Example::start_release(package, example);
        let address = loop {
            let line = running.line();
            if let Some((_, address)) = line.split_once("http://") {
                let end =
                    address.find(|c: char| !matches!(c, '0'..='9' | '.' | ':')).unwrap_or(address.len());
                break address[..end].trim_end_matches(':').parse().unwrap();
            }
        };
        // Rocket's example prints each request.
        running.read_on();
        Self { running, address }
    }

    /// Returns the resident memory, in KiB.
    pub(crate) fn memory(&self) -> u64 {
        let status = fs::read_to_string(format!("/proc/{}/status", self.running.id())).unwrap();
        let line = status
            .lines()
            .find_map(|line| line.strip_prefix("VmRSS:"))
            .unwrap_or_else(|| panic!("the server has ended"));
        line.trim().trim_end_matches(" kB").parse().unwrap()
    }

    pub(crate) fn files(&self) -> usize {
        fs::read_dir(format!("/proc/{}/fd", self.running.id())).unwrap().count()
    }

    /// Returns [`Self::files`] once they are no more than `expected`, or after some time.
    pub(crate) fn files_at_rest(&self, expected: usize) -> usize {
        let end = Instant::now() + SETTLE;
        while self.files() > expected && Instant::now() < end {
            thread::sleep(Duration::from_millis(100));
        }
        self.files()
    }
}

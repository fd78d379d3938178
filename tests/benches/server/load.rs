//! A load generator: each connection has a thread that sends a request after the last response.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::thread;
use std::time::{Duration, Instant};

const CONNECTIONS: usize = 16;
/// The time limit of a response.
const PATIENCE: Duration = Duration::from_secs(5);

#[derive(Default)]
pub(crate) struct Load {
    /// The time of each request.
    latencies: Vec<Duration>,
    time: Duration,
}

impl Load {
    pub(crate) fn add(&mut self, other: Self) {
        self.latencies.extend(other.latencies);
        self.time += other.time;
    }

    pub(crate) fn per_second(&self) -> f64 {
        self.latencies.len() as f64 / self.time.as_secs_f64()
    }

    /// Returns a percentile in microseconds.
    pub(crate) fn percentile(&mut self, percent: usize) -> f64 {
        self.latencies.sort_unstable();
        self.latencies[self.latencies.len() * percent / 100].as_secs_f64() * 1e6
    }
}

/// Sends `request` to a server for some time.
pub(crate) fn run(server: SocketAddr, request: &str, time: Duration) -> Load {
    let start = Instant::now();
    let latencies = thread::scope(|scope| {
        let connect = |_| scope.spawn(|| connection(server, request, start + time));
        let connections: Vec<_> = (0..CONNECTIONS).map(connect).collect();
        connections.into_iter().flat_map(|connection| connection.join().unwrap()).collect()
    });
    Load { latencies, time: start.elapsed() }
}

fn connection(server: SocketAddr, request: &str, end: Instant) -> Vec<Duration> {
    let mut stream = TcpStream::connect(server).unwrap();
    stream.set_nodelay(true).unwrap();
    stream.set_read_timeout(Some(PATIENCE)).unwrap();
    let mut answer = first_answer(&mut stream, request);
    let mut latencies = Vec::new();
    loop {
        let start = Instant::now();
        if start >= end {
            return latencies;
        }
        stream.write_all(request.as_bytes()).unwrap();
        // All responses to one request have one length.
        stream.read_exact(&mut answer).unwrap();
        latencies.push(start.elapsed());
        assert!(is_whole(&answer), "not one answer: {}", String::from_utf8_lossy(&answer));
    }
}

fn first_answer(stream: &mut TcpStream, request: &str) -> Vec<u8> {
    stream.write_all(request.as_bytes()).unwrap();
    let mut answer = Vec::new();
    let mut byte = [0];
    while !is_whole(&answer) {
        stream.read_exact(&mut byte).unwrap();
        answer.extend(byte);
    }
    answer
}

/// Reports whether `answer` is one successful response: a head, and the body of the handler or none.
fn is_whole(answer: &[u8]) -> bool {
    let Some(end) = answer.windows(4).position(|window| window == b"\r\n\r\n") else { return false };
    let (head, body) = answer.split_at(end + 4);
    let length =
        if head.windows(19).any(|line| line.eq_ignore_ascii_case(b"\r\ncontent-length: 2")) { 2 } else { 0 };
    head.starts_with(b"HTTP/1.1 20") && body.len() == length
}

//! Attackers, each a thread with its own rate, so that they load the server and not the processor: together 73
//! connections, 700 requests and 3 MiB per second, beside the 96 connections of the slow ones.

use std::collections::BTreeMap;
use std::io::{self, Read as _, Write as _};
use std::net::{Shutdown, SocketAddr, TcpStream};
use std::thread;
use std::time::{Duration, Instant};

use crate::pace::Pace;
use crate::{bytes, slow};

/// The time that an attacker waits for responses.
const PATIENCE: Duration = Duration::from_secs(2);
/// The maximum number of bytes that an attacker reads.
const ENOUGH: usize = 256 * 1024;

struct Attack {
    name: &'static str,
    per_second: u32,
    /// Returns the bytes that the attempt of this number sends.
    bytes: fn(usize) -> Vec<u8>,
    end: End,
    /// No response may be readable by a page.
    is_refused: bool,
}

#[derive(Clone, Copy, PartialEq)]
enum End {
    /// The server has closed the connection.
    Answered,
    /// Everything is sent.
    Unanswered,
    /// The first bytes of the response have arrived.
    Half,
}

const ATTACKS: [Attack; 9] = [
    attack("left within the request", 20, bytes::cut, End::Unanswered),
    attack("left within the answers", 5, bytes::many, End::Half),
    attack("1 MiB of request headers", 1, bytes::long_request_headers, End::Answered),
    Attack { is_refused: true, ..attack("1 MiB of origin", 1, bytes::long_origin, End::Answered) },
    attack("10 000 header lines", 1, bytes::many_lines, End::Answered),
    attack("malformed", 20, bytes::malformed, End::Answered),
    attack("garbage in a pipeline", 5, bytes::pipeline, End::Answered),
    Attack { is_refused: true, ..attack("20 refused origins", 10, bytes::refused_origins, End::Answered) },
    Attack { is_refused: true, ..attack("20 made-up methods", 10, bytes::made_up_methods, End::Answered) },
];

const fn attack(name: &'static str, per_second: u32, bytes: fn(usize) -> Vec<u8>, end: End) -> Attack {
    Attack { name, per_second, bytes, end, is_refused: false }
}

#[derive(Default)]
pub(crate) struct Tally {
    /// Counts by the name of an attack and the outcome.
    pub(crate) outcomes: BTreeMap<&'static str, BTreeMap<String, usize>>,
    /// Responses that must not occur.
    pub(crate) wrong: Vec<String>,
}

impl Tally {
    pub(crate) fn count(&mut self, name: &'static str, outcome: impl Into<String>) {
        *self.outcomes.entry(name).or_default().entry(outcome.into()).or_default() += 1;
    }

    /// Counts the responses of a closed connection. No status may be 5xx.
    pub(crate) fn judge(&mut self, name: &'static str, answers: &[u8]) {
        let text = String::from_utf8_lossy(answers);
        if text.is_empty() {
            self.count(name, "closed");
        }
        for status in text.split("HTTP/1.1 ").skip(1).map(|answer| answer.get(..3).unwrap_or(answer)) {
            self.count(name, status);
            if status.starts_with('5') {
                self.wrong.push(format!("{name}: {text}"));
            }
        }
    }
}

/// Attacks a server until `end`.
pub(crate) fn run(server: SocketAddr, end: Instant) -> Tally {
    thread::scope(|scope| {
        let fast = ATTACKS.iter().map(|attack| scope.spawn(move || attack.repeat(server, end)));
        let slow = slow::KINDS.iter().map(|kind| scope.spawn(move || slow::run(kind, server, end)));
        let attackers: Vec<_> = fast.chain(slow).collect();
        attackers.into_iter().map(|attacker| attacker.join().unwrap()).fold(
            Tally::default(),
            |mut all, one| {
                all.outcomes.extend(one.outcomes);
                all.wrong.extend(one.wrong);
                all
            },
        )
    })
}

impl Attack {
    fn repeat(&self, server: SocketAddr, end: Instant) -> Tally {
        let (mut tally, mut pace) = (Tally::default(), Pace::new(self.per_second, end));
        let mut number = 0;
        while pace.wait() {
            match self.attempt(server, number) {
                Ok(answers) => self.judge(&answers, &mut tally),
                Err(error) => tally.count(self.name, error.kind().to_string()),
            }
            number += 1;
        }
        tally
    }

    /// Returns the server's bytes for one attempt.
    fn attempt(&self, server: SocketAddr, number: usize) -> io::Result<Vec<u8>> {
        let mut stream = TcpStream::connect_timeout(&server, PATIENCE)?;
        let mut writing = stream.try_clone()?;
        thread::scope(|scope| {
            // A server may respond and close before it has read everything.
            let sent = scope.spawn(move || writing.write_all(&(self.bytes)(number)).is_ok());
            let answers = match self.end {
                End::Answered => read(&mut stream, ENOUGH),
                End::Half => read(&mut stream, 1),
                End::Unanswered => Ok(sent.join().map(|_| Vec::new()).unwrap_or_default()),
            };
            let _closed_by_the_server = stream.shutdown(Shutdown::Both);
            answers
        })
    }

    fn judge(&self, answers: &[u8], tally: &mut Tally) {
        if self.end == End::Unanswered {
            return tally.count(self.name, "left");
        }
        tally.judge(self.name, answers);
        let text = String::from_utf8_lossy(answers).to_ascii_lowercase();
        if self.is_refused && text.contains("access-control-allow-origin") {
            tally.wrong.push(format!("{}: {text}", self.name));
        }
    }
}

/// Reads until the end, or until `enough` bytes.
fn read(stream: &mut TcpStream, enough: usize) -> io::Result<Vec<u8>> {
    let deadline = Instant::now() + PATIENCE;
    let (mut answers, mut chunk) = (Vec::new(), [0; 4096]);
    while answers.len() < enough {
        let left = deadline.saturating_duration_since(Instant::now()).max(Duration::from_millis(1));
        stream.set_read_timeout(Some(left))?;
        match stream.read(&mut chunk) {
            Ok(0) => break,
            Ok(count) => answers.extend_from_slice(&chunk[..count]),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            // The server closes while the client still sends. Its last bytes may be lost.
            Err(error) if error.kind() == io::ErrorKind::ConnectionReset => break,
            Err(_) if !answers.is_empty() => break,
            Err(error) if error.kind() == io::ErrorKind::WouldBlock => {
                return Err(io::ErrorKind::TimedOut.into());
            }
            Err(error) => return Err(error),
        }
    }
    Ok(answers)
}

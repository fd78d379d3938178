//! Ordinary visitors: each keeps a connection for some requests, and every response has to be correct.

use std::io::{self, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::thread;
use std::time::{Duration, Instant};

use cors_tests::wire::{self, Response};

use crate::pace::Pace;

const VISITORS: usize = 8;
/// The requests of each visitor.
const PER_SECOND: u32 = 25;
/// The time after which a server counts as dead.
const PATIENCE: Duration = Duration::from_secs(30);

const ADMIN: &str = "https://admin.example.com";
const PREVIEW: &str = "https://pr-7.preview.example.com";
const STRANGER: &str = "https://evil.example";

/// A request with its expected response.
struct Exchange {
    line: &'static str,
    origin: Option<&'static str>,
    /// More header lines, each with a line end.
    lines: &'static str,
    body: &'static str,
    status: u16,
    allow_origin: Option<&'static str>,
}

const fn get(
    path: &'static str,
    origin: Option<&'static str>,
    allow_origin: Option<&'static str>,
) -> Exchange {
    Exchange { line: path, origin, lines: "", body: "", status: 200, allow_origin }
}

const PREFLIGHT: Exchange = Exchange {
    line: "OPTIONS /users/1",
    origin: Some(ADMIN),
    lines: "Access-Control-Request-Method: PUT\r\nAccess-Control-Request-Headers: content-type\r\n",
    body: "",
    status: 204,
    allow_origin: Some(ADMIN),
};

const VISIT: [Exchange; 10] = [
    get("GET /users", Some(STRANGER), Some("*")),
    get("GET /users", None, Some("*")),
    get("GET /users/1", Some("https://app.example.com"), Some("https://app.example.com")),
    get("GET /users/1", Some(PREVIEW), Some(PREVIEW)),
    get("GET /users/1", Some(STRANGER), None),
    get("GET /users/1", None, None),
    get("GET /health", Some(STRANGER), None),
    PREFLIGHT,
    Exchange { origin: Some(STRANGER), status: 403, allow_origin: None, ..PREFLIGHT },
    Exchange {
        line: "PUT /users/1",
        lines: "Content-Type: application/json\r\n",
        body: r#"{"name":"Lin"}"#,
        status: 200,
        ..PREFLIGHT
    },
];

#[derive(Default)]
pub(crate) struct Seen {
    latencies: Vec<Duration>,
    /// Differences between responses and expectations.
    pub(crate) wrong: Vec<String>,
}

impl Seen {
    pub(crate) fn answers(&self) -> usize {
        self.latencies.len()
    }

    /// Returns a percentile in microseconds.
    pub(crate) fn percentile(&self, percent: usize) -> u128 {
        let mut latencies = self.latencies.clone();
        latencies.sort_unstable();
        latencies.get(latencies.len() * percent / 100).map_or(0, Duration::as_micros)
    }
}

pub(crate) fn visit(server: SocketAddr, end: Instant) -> Seen {
    thread::scope(|scope| {
        let visitors: Vec<_> = (0..VISITORS).map(|_| scope.spawn(|| visits(server, end))).collect();
        visitors.into_iter().map(|visitor| visitor.join().unwrap()).fold(Seen::default(), |mut all, seen| {
            all.latencies.extend(seen.latencies);
            all.wrong.extend(seen.wrong);
            all
        })
    })
}

fn visits(server: SocketAddr, end: Instant) -> Seen {
    let (mut seen, mut pace) = (Seen::default(), Pace::new(PER_SECOND, end));
    loop {
        let mut connection = None;
        for exchange in &VISIT {
            if !pace.wait() {
                return seen;
            }
            let start = Instant::now();
            let answer = answer_to(exchange, &mut connection, server);
            seen.latencies.push(start.elapsed());
            match answer {
                Ok(answer) => seen.wrong.extend(exchange.complaint(&answer)),
                Err(error) => {
                    connection = None;
                    seen.wrong.push(format!("{} from {:?}: {error}", exchange.line, exchange.origin));
                }
            }
        }
    }
}

fn answer_to(
    exchange: &Exchange,
    connection: &mut Option<TcpStream>,
    server: SocketAddr,
) -> io::Result<Response> {
    let stream = match connection {
        Some(stream) => stream,
        None => connection.insert(TcpStream::connect_timeout(&server, PATIENCE)?),
    };
    stream.set_nodelay(true)?;
    stream.write_all(exchange.request().as_bytes())?;
    wire::read(stream, false, PATIENCE)
}

impl Exchange {
    fn request(&self) -> String {
        let Self { line, origin, lines, body, .. } = self;
        let origin = origin.map(|origin| format!("Origin: {origin}\r\n")).unwrap_or_default();
        let length = body.len();
        format!("{line} HTTP/1.1\r\nHost: test\r\n{origin}{lines}Content-Length: {length}\r\n\r\n{body}")
    }

    /// Returns the difference between a response and its expectation.
    fn complaint(&self, answer: &Response) -> Option<String> {
        let allowed: Vec<&[u8]> = answer.values("access-control-allow-origin").collect();
        let wanted: Vec<&[u8]> = self.allow_origin.map(str::as_bytes).into_iter().collect();
        let is_right = answer.status == self.status && allowed == wanted;
        (!is_right).then(|| {
            format!("{} from {:?}: {} {:?}", self.line, self.origin, answer.status, answer.cors_lines())
        })
    }
}

//! An API without CORS, which misbehaves on some paths.

use std::io::{self, BufRead as _, BufReader, Read as _, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::Duration;

/// A server on a port of its own, for as long as the test runs.
pub(crate) struct Upstream {
    pub(crate) port: u16,
    /// Each request with its body, as received.
    requests: Receiver<String>,
}

impl Upstream {
    pub(crate) fn start() -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let port = listener.local_addr().unwrap().port();
        let (arrived, requests) = channel();
        thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                let arrived = arrived.clone();
                // The proxy closes connections in the middle of a response, which makes writing fail.
                thread::spawn(move || serve(&stream, &arrived).is_ok());
            }
        });
        Self { port, requests }
    }

    /// Returns the next request, its lines in lower case.
    pub(crate) fn request(&self) -> String {
        self.requests.recv_timeout(Duration::from_secs(5)).unwrap().to_lowercase()
    }

    /// Reports whether no unexpected request arrived.
    pub(crate) fn is_quiet(&self) -> bool {
        self.requests.recv_timeout(Duration::from_millis(100)).is_err()
    }
}

fn serve(mut stream: &TcpStream, arrived: &Sender<String>) -> io::Result<()> {
    let mut reader = BufReader::new(stream);
    let mut head = String::new();
    while !head.ends_with("\r\n\r\n") && reader.read_line(&mut head)? > 0 {}
    let path = head.split(' ').nth(1).unwrap_or_default();
    if path == "/v1/first" {
        let mut first = [0; 5];
        reader.read_exact(&mut first)?;
        return stream
            .write_all([b"HTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\n", &first[..]].concat().as_slice());
    }
    let body = body(&mut reader, &head.to_lowercase())?;
    // The test may have ended.
    let _ = arrived.send(format!("{head}{body}"));
    match path.split_once('?').map_or(path, |(path, _)| path) {
        "/v1/users" => stream.write_all(USERS.as_bytes()),
        "/v1/echo" => write!(stream, "HTTP/1.1 200 OK\r\ncontent-length: {}\r\n\r\n{body}", body.len()),
        "/v1/chunks" => chunks(stream, 3),
        "/v1/endless" => chunks(stream, usize::MAX),
        "/v1/huge" => {
            let head = "HTTP/1.1 200 OK\r\ncontent-length: 100000\r\n\r\n";
            stream.write_all([head.as_bytes(), &[b'x'; 100_000]].concat().as_slice())
        }
        "/v1/short" => stream.write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\nshort"),
        "/v1/silent" => wait(),
        "/v1/stuck" => {
            stream.write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\nstuck")?;
            wait()
        }
        "/v1/moved" => stream.write_all(MOVED.as_bytes()),
        "/v1/unchanged" => stream.write_all(b"HTTP/1.1 304 Not Modified\r\netag: \"1\"\r\n\r\n"),
        "/v1/unchanged-of-7" => stream.write_all(b"HTTP/1.1 304 Not Modified\r\ncontent-length: 7\r\n\r\n"),
        "/v1/no-content" => stream.write_all(b"HTTP/1.1 204 No Content\r\n\r\n"),
        "/v1/switch" => stream.write_all(SWITCH.as_bytes()),
        "/v1/nonsense" => stream.write_all(b"220 mail.example ESMTP\r\n"),
        "/v1/broken" => stream.write_all(b"HTTP/1.1 500 Oops\r\ncontent-length: 4\r\n\r\noops"),
        _ => stream.write_all(b"HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\n\r\n"),
    }
}

const USERS: &str = "HTTP/1.1 200 OK\r\n\
    access-control-allow-origin: *\r\naccess-control-allow-credentials: true\r\naccess-control-expose-headers: x-hop\r\n\
    set-cookie: session=1\r\nset-cookie: theme=dark; Path=/\r\n\
    connection: keep-alive, X-Hop\r\nkeep-alive: timeout=5\r\nx-hop: 1\r\nproxy-authenticate: Basic\r\n\
    etag: \"7\"\r\nvary: Accept\r\ncontent-type: application/json\r\ncontent-length: 7\r\n\r\n[\"Ada\"]";

const MOVED: &str = "HTTP/1.1 302 Found\r\nlocation: http://elsewhere.example/\r\ncontent-length: 0\r\n\r\n";

const SWITCH: &str = "HTTP/1.1 101 Switching Protocols\r\nupgrade: websocket\r\nconnection: upgrade\r\n\r\n";

fn chunks(mut stream: &TcpStream, count: usize) -> io::Result<()> {
    stream.write_all(b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n")?;
    for _ in 0..count {
        stream.write_all(b"5\r\nchunk\r\n")?;
    }
    stream.write_all(b"0\r\n\r\n")
}

/// Waits longer than the proxy.
fn wait() -> io::Result<()> {
    thread::sleep(Duration::from_secs(10));
    Ok(())
}

fn body(reader: &mut BufReader<&TcpStream>, head: &str) -> io::Result<String> {
    let mut body = String::new();
    if head.contains("\r\ntransfer-encoding: chunked\r\n") {
        while !body.ends_with("\r\n0\r\n\r\n") && reader.read_line(&mut body)? > 0 {}
    } else if let Some((_, length)) = head.split_once("\r\ncontent-length: ") {
        let length = length.lines().next().and_then(|length| length.parse().ok()).unwrap_or_default();
        reader.take(length).read_to_string(&mut body)?;
    }
    Ok(body)
}

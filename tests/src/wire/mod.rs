//! A client for HTTP/1.1 over TCP that sends exactly the given bytes, and keeps every header line of the response.

pub mod http2;
mod response;

use std::io::{self, Read, Write};
use std::net::{Shutdown, SocketAddr, TcpStream};
use std::thread;
use std::time::{Duration, Instant};

pub use response::Response;

/// The longest time until a server accepts, and then for its whole response.
pub const PATIENCE: Duration = Duration::from_secs(2);

/// A request before it is written as bytes. `Host` and `Connection: close` are added.
#[derive(Debug, Clone)]
pub struct Request {
    /// The method.
    pub method: Vec<u8>,
    /// The path and the query.
    pub target: String,
    /// The value of `Host`.
    pub host: String,
    /// The header lines in their order.
    pub headers: Vec<(Vec<u8>, Vec<u8>)>,
    /// The body. `Content-Length` is added unless it is empty.
    pub body: Vec<u8>,
}

impl Request {
    /// Makes a request without headers of its own.
    pub fn new(method: impl AsRef<[u8]>, target: &str) -> Self {
        let method = method.as_ref().to_vec();
        let (target, host) = (target.to_owned(), "test".to_owned());
        Self { method, target, host, headers: Vec::new(), body: Vec::new() }
    }

    /// Sets the value of `Host`.
    #[must_use]
    pub fn host(self, host: &str) -> Self {
        Self { host: host.to_owned(), ..self }
    }

    /// Adds a header line.
    #[must_use]
    pub fn header(mut self, name: impl AsRef<[u8]>, value: impl AsRef<[u8]>) -> Self {
        self.headers.push((name.as_ref().to_vec(), value.as_ref().to_vec()));
        self
    }

    /// Converts the request to one of the `http` crate.
    ///
    /// # Panics
    /// Panics if the crate has no such request.
    pub fn to_http<B: From<Vec<u8>>>(&self) -> http::Request<B> {
        let head = http::Request::builder().method(self.method.as_slice()).uri(&self.target);
        let head = head.header("host", &self.host);
        let lines = self.headers.iter();
        let head = lines.fold(head, |head, (name, value)| head.header(name.as_slice(), value.as_slice()));
        head.body(self.body.clone().into()).expect("a request that the crate has")
    }

    /// Returns the bytes to send.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = self.method.clone();
        bytes.extend_from_slice(format!(" {} HTTP/1.1\r\nHost: {}\r\n", self.target, self.host).as_bytes());
        for (name, value) in &self.headers {
            bytes.extend_from_slice(&[name, &b": "[..], value, b"\r\n"].concat());
        }
        if !self.body.is_empty() {
            bytes.extend_from_slice(format!("Content-Length: {}\r\n", self.body.len()).as_bytes());
        }
        bytes.extend_from_slice(b"Connection: close\r\n\r\n");
        bytes.extend_from_slice(&self.body);
        bytes
    }
}

/// Sends `request` and reads the response.
///
/// # Errors
/// Fails if the server does not answer, closes the connection before a response, or answers with anything other than
/// HTTP/1.1.
pub fn send(server: SocketAddr, request: &Request) -> io::Result<Response> {
    send_bytes(server, &request.to_bytes(), request.method == b"HEAD")
}

/// Sends `bytes` unchanged and reads the response. With `head` set, the response has no body.
///
/// # Errors
/// Returns the errors of [`send`].
pub fn send_bytes(server: SocketAddr, bytes: &[u8], head: bool) -> io::Result<Response> {
    let mut stream = TcpStream::connect_timeout(&server, PATIENCE)?;
    stream.set_nodelay(true)?;
    let mut writing = stream.try_clone()?;
    thread::scope(|scope| {
        // A server may answer before it has read everything, so both directions run at once. It may then close its
        // side, and writing fails. Only the response counts.
        scope.spawn(move || writing.write_all(bytes).and_then(|()| writing.flush()).is_ok());
        let answer = read(&mut stream, head, PATIENCE);
        let _closed_by_the_server = stream.shutdown(Shutdown::Both);
        answer
    })
}

/// Reads one response, which has to be complete after `patience`. With `head` set, the response has no body.
///
/// # Errors
/// Fails if there is no response, or if it is not HTTP/1.1.
pub fn read(stream: &mut TcpStream, head: bool, patience: Duration) -> io::Result<Response> {
    let deadline = Instant::now() + patience;
    let mut received = Vec::new();
    let mut chunk = vec![0; 16 * 1024];
    loop {
        let left = deadline.checked_duration_since(Instant::now()).filter(|left| !left.is_zero());
        stream.set_read_timeout(Some(left.ok_or(io::ErrorKind::TimedOut)?))?;
        let count = match stream.read(&mut chunk) {
            Ok(count) => count,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) if error.kind() == io::ErrorKind::ConnectionReset && !received.is_empty() => 0,
            Err(error) => return Err(error),
        };
        received.extend_from_slice(&chunk[..count]);
        match Response::parse(&received, head, count == 0) {
            Some(response) => return Ok(response),
            None if count == 0 => return Err(io::ErrorKind::UnexpectedEof.into()),
            None => {}
        }
    }
}

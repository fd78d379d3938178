//! A server of pages, as origins of requests.

use std::io::{BufRead, BufReader, Write};
use std::net::{Ipv4Addr, Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::JoinHandle;

/// A server that answers every request with an empty page that has a title, whatever the host name.
/// `http://app.localhost` and `http://other.localhost` at its port are two origins. The server stops when this value
/// is dropped.
///
/// The page at `/frame` has one sandboxed frame, whose origin is `null`.
#[derive(Debug)]
pub struct Pages {
    address: SocketAddr,
    stopped: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

const BLANK: &str = "<!doctype html><title>page</title><link rel=icon href=data:,>";
const FRAME: &str = "<!doctype html><title>frame</title><link rel=icon href=data:,>
<iframe sandbox=allow-scripts srcdoc='<!doctype html><title>sandboxed</title>'></iframe>";

impl Pages {
    /// Starts a server on a port that the system chooses.
    pub fn start() -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
        let address = listener.local_addr().expect("an address");
        let stopped = Arc::new(AtomicBool::new(false));
        let stop = Arc::clone(&stopped);
        let thread = std::thread::spawn(move || {
            for stream in listener.incoming().take_while(|_| !stop.load(Ordering::SeqCst)) {
                // Browsers open connections that they do not use, so each connection needs a thread.
                let _detached = std::thread::spawn(move || stream.and_then(|stream| answer(&stream)));
            }
        });
        Self { address, stopped, thread: Some(thread) }
    }

    /// Returns the origin of the pages under a host name, such as `app.localhost`.
    pub fn origin(&self, host: &str) -> String {
        format!("http://{host}:{}", self.address.port())
    }
}

/// Reads one request and answers it.
fn answer(stream: &TcpStream) -> std::io::Result<()> {
    let mut lines = BufReader::new(stream).lines();
    let Some(start) = lines.next().transpose()? else { return Ok(()) };
    for line in lines.by_ref() {
        if line?.is_empty() {
            break;
        }
    }
    let page = if start.starts_with("GET /frame ") { FRAME } else { BLANK };
    let head = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\nContent-Length:";
    let mut writing = stream;
    writing.write_all(format!("{head} {}\r\n\r\n{page}", page.len()).as_bytes())?;
    stream.shutdown(Shutdown::Write)
}

impl Drop for Pages {
    fn drop(&mut self) {
        self.stopped.store(true, Ordering::SeqCst);
        // A further connection wakes the loop, which then stops.
        let _woken = TcpStream::connect(self.address);
        if let Some(thread) = self.thread.take() {
            let ended = thread.join();
            assert!(ended.is_ok() || std::thread::panicking(), "the server's thread panicked");
        }
    }
}

//! Attackers that hold connections on which a request never ends.

use std::io::{self, Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::time::Instant;

use crate::attacks::Tally;
use crate::pace::Pace;

/// The connections that each attacker holds.
const HELD: usize = 32;

/// The bytes that are sent at the start of a connection, and in each second.
pub(crate) struct Kind {
    name: &'static str,
    first: &'static [u8],
    each: &'static [u8],
}

pub(crate) const KINDS: [Kind; 3] = [
    Kind { name: "a byte a second", first: b"", each: b"G" },
    Kind {
        name: "a held header block",
        first: b"OPTIONS /users/1 HTTP/1.1\r\nHost: test\r\nOrigin: https://admin.example.com\r\n",
        each: b"",
    },
    Kind {
        name: "a body by the byte",
        first: b"PUT /users/1 HTTP/1.1\r\nHost: test\r\nOrigin: https://admin.example.com\r\n\
            Content-Type: application/json\r\nContent-Length: 8000\r\n\r\n",
        each: b"[",
    },
];

/// Holds connections until `end`; a closed one is replaced.
pub(crate) fn run(kind: &Kind, server: SocketAddr, end: Instant) -> Tally {
    let (mut tally, mut pace) = (Tally::default(), Pace::new(1, end));
    let mut held: Vec<TcpStream> = Vec::new();
    while pace.wait() {
        held.retain_mut(|stream| match next(stream, kind.each) {
            Ok(None) => true,
            Ok(Some(said)) => {
                tally.judge(kind.name, &said);
                false
            }
            Err(_reset) => {
                tally.count(kind.name, "closed");
                false
            }
        });
        held.extend((held.len()..HELD).filter_map(|_| connect(server, kind.first).ok()));
    }
    held.iter().for_each(|_| tally.count(kind.name, "held to the end"));
    tally
}

fn connect(server: SocketAddr, first: &[u8]) -> io::Result<TcpStream> {
    let mut stream = TcpStream::connect(server)?;
    stream.write_all(first)?;
    stream.set_nonblocking(true)?;
    Ok(stream)
}

/// Returns the bytes of the server if it has responded or closed the connection; otherwise sends the next bytes.
fn next(stream: &mut TcpStream, bytes: &[u8]) -> io::Result<Option<Vec<u8>>> {
    let mut said = vec![0; 4096];
    match stream.read(&mut said) {
        Ok(count) => {
            said.truncate(count);
            Ok(Some(said))
        }
        Err(error) if error.kind() == io::ErrorKind::WouldBlock => {
            stream.write_all(bytes)?;
            Ok(None)
        }
        Err(error) => Err(error),
    }
}

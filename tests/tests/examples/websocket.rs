//! The example of a WebSocket: it refuses the handshake of a foreign page, and echoes messages of others.

use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};

use cors_tests::example::Example;
use cors_tests::wire::{PATIENCE, Request, send};

/// Starts the example, and returns its address.
fn start() -> (SocketAddr, Example) {
    let mut example = Example::start("websocket", &[]);
    let line = example.line();
    let address = line.strip_prefix("ws://").and_then(|line| line.split('/').next()).unwrap();
    (address.parse().unwrap(), example)
}

/// Builds the handshake of RFC 6455, section 1.2.
fn handshake(address: SocketAddr) -> Request {
    let request = Request::new("GET", "/echo").host(&address.to_string());
    let request = request.header("Upgrade", "websocket").header("Sec-WebSocket-Version", "13");
    request.header("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==")
}

#[test]
fn a_strangers_handshake_is_refused() {
    let (address, _example) = start();
    for (origin, site) in [
        ("https://evil.example", None),
        ("https://evil.example", Some("cross-site")),
        ("null", None),
        ("http://127.0.0.1", Some("cross-site")),
        ("http://localhost.evil.example", None),
    ] {
        let mut request = handshake(address).header("Connection", "Upgrade").header("Origin", origin);
        if let Some(site) = site {
            request = request.header("Sec-Fetch-Site", site);
        }
        let response = send(address, &request).unwrap();
        assert_eq!(response.status, 403, "{origin} {site:?}");
        assert_eq!(response.cors_lines(), ["cache-control: no-store", "vary: Origin, Sec-Fetch-Site"]);
        assert_eq!((response.values("upgrade").next(), response.body.as_slice()), (None, &b""[..]));
    }
}

#[test]
fn an_allowed_page_and_a_client_without_origin_get_their_words_back() {
    let (address, _example) = start();
    let own = format!("http://{address}");
    for origin in [Some("http://localhost:5173"), Some(own.as_str()), None] {
        let mut request = handshake(address);
        if let Some(origin) = origin {
            request = request.header("Origin", origin);
        }
        let mut stream = TcpStream::connect_timeout(&address, PATIENCE).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        let bytes = String::from_utf8(request.to_bytes()).unwrap();
        stream.write_all(bytes.replace("Connection: close", "Connection: Upgrade").as_bytes()).unwrap();
        let head = head(&mut stream);
        assert!(head.starts_with("HTTP/1.1 101 "), "{origin:?}: {head}");
        // The accept value of the key in RFC 6455, section 1.3.
        assert!(head.contains("s3pPLMBiTxaQ9kYGzzhZRbK+xOo="), "{head}");
        assert_eq!(echoed(&mut stream, b"hello"), b"hello");
    }
}

/// Reads the lines up to the empty one, and not a byte more.
fn head(stream: &mut TcpStream) -> String {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        let mut byte = [0];
        stream.read_exact(&mut byte).unwrap();
        head.extend(byte);
    }
    String::from_utf8(head).unwrap()
}

/// Returns the echo of a short text (RFC 6455, section 5.2). Clients mask theirs, here with zeros.
fn echoed(stream: &mut TcpStream, text: &[u8]) -> Vec<u8> {
    let length = u8::try_from(text.len()).unwrap();
    stream.write_all(&[&[0x81, 0x80 | length, 0, 0, 0, 0], text].concat()).unwrap();
    let mut frame = vec![0; 2 + text.len()];
    stream.read_exact(&mut frame).unwrap();
    assert_eq!(frame[..2], [0x81, length], "one text frame");
    frame.split_off(2)
}

//! A client for HTTP/2 over TCP with prior knowledge (RFC 9113, section 3.3).

use std::error::Error;
use std::io;
use std::net::SocketAddr;

use actix_web::rt::net::TcpStream;
use actix_web::rt::{Runtime, time::timeout};
use h2::RecvStream;
use h2::client::handshake;
use http_0_2::uri::{Scheme, Uri};

use super::{PATIENCE, Request, Response};

/// Sends `request` on a connection of its own and reads the response. `Host` is sent as `:authority`.
///
/// # Errors
/// Returns an error of the kind `InvalidInput` if HTTP/2 has no such request. Returns another error if the server
/// does not answer in time, or closes the stream or the connection instead of an answer.
pub fn send(server: SocketAddr, request: &Request) -> io::Result<Response> {
    let head = head(request).map_err(|error| io::Error::new(io::ErrorKind::InvalidInput, error))?;
    send_head(server, head, request.body.clone())
}

/// Sends a request with this head, whose URL may lack an authority. The client accepts such a head only with the
/// version HTTP/1.1, as for a request that a proxy has translated.
///
/// # Errors
/// Returns the errors of [`send`], except those of the kind `InvalidInput`.
pub fn send_head(server: SocketAddr, head: http_0_2::Request<()>, body: Vec<u8>) -> io::Result<Response> {
    let answer = exchange(server, head, body);
    Runtime::new()?.block_on(async { timeout(PATIENCE, answer).await })?.map_err(io::Error::other)
}

fn head(request: &Request) -> Result<http_0_2::Request<()>, Box<dyn Error + Send + Sync>> {
    let uri = Uri::builder().scheme(Scheme::HTTP).authority(request.host.as_str());
    let uri = uri.path_and_query(request.target.as_str()).build()?;
    let mut head = http_0_2::Request::builder().method(request.method.as_slice()).uri(uri);
    for (name, value) in &request.headers {
        // RFC 9113, section 8.2.1.
        if value.trim_ascii() != value {
            return Err("white space around a value".into());
        }
        head = head.header(name.as_slice(), value.as_slice());
    }
    if !request.body.is_empty() {
        head = head.header("content-length", request.body.len());
    }
    Ok(head.body(())?)
}

async fn exchange(
    server: SocketAddr,
    head: http_0_2::Request<()>,
    body: Vec<u8>,
) -> Result<Response, Box<dyn Error + Send + Sync>> {
    let stream = TcpStream::connect(server).await?;
    stream.set_nodelay(true)?;
    let (client, connection) = handshake(stream).await?;
    // Its errors are errors of the response as well.
    actix_web::rt::spawn(connection);
    let (answer, mut sending) = client.ready().await?.send_request(head, body.is_empty())?;
    if !body.is_empty() {
        sending.send_data(body.into(), true)?;
    }
    let (head, body) = answer.await?.into_parts();
    Ok(Response { body: read(body).await?, ..Response::new(head.status.as_u16(), &head.headers) })
}

async fn read(mut body: RecvStream) -> Result<Vec<u8>, h2::Error> {
    let mut received = Vec::new();
    while let Some(chunk) = body.data().await {
        let chunk = chunk?;
        body.flow_control().release_capacity(chunk.len())?;
        received.extend_from_slice(&chunk);
    }
    Ok(received)
}

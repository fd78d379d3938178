//! The only server that requests are forwarded to.

use std::error::Error;
use std::fmt;
use std::time::Duration;

use actix_web::body::SizedStream;
use actix_web::http::{StatusCode, Uri as AskedUri, header::TRANSFER_ENCODING};
use actix_web::{HttpRequest, HttpResponse, rt, web};
use futures_util::stream::{Stream, TryStreamExt as _, try_unfold};
use http_body_util::{BodyExt as _, Either, Empty, Limited, StreamBody};
use hyper::body::{Body, Bytes, Frame, Incoming};
use hyper::client::conn::http1;
use hyper::header::{CONTENT_LENGTH, HOST, HeaderMap, HeaderName, HeaderValue, LOCATION, VIA};
use hyper::http::uri::PathAndQuery;
use hyper::{Request, Response, Uri};
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;
use tokio::time::{Instant, timeout_at};

use crate::failure::Failure;
use crate::headers;

#[derive(Debug, Clone, Copy)]
pub(crate) struct Limits {
    /// The maximum size of a body, in each direction.
    pub(crate) bytes: usize,
    /// The time from the request to the last byte of its response.
    pub(crate) time: Duration,
}

/// The server, and the limits of exchanges with it.
#[derive(Debug)]
pub(crate) struct Upstream {
    host: String,
    port: u16,
    /// Host and port, as sent in `Host`.
    authority: HeaderValue,
    /// The prefix of all paths, without a trailing slash.
    path: String,
    limits: Limits,
}

type BodyError = Box<dyn Error + Send + Sync>;

impl Upstream {
    /// Returns `None` if the URI has no host.
    pub(crate) fn new(uri: &Uri, limits: Limits) -> Option<Self> {
        let host = uri.host()?.trim_matches(['[', ']']).to_owned();
        let authority = HeaderValue::from_str(uri.authority()?.as_str()).ok()?;
        let path = uri.path().trim_end_matches('/').to_owned();
        Some(Self { host, port: uri.port_u16().unwrap_or(80), authority, path, limits })
    }

    pub(crate) async fn forward(
        &self,
        request: &HttpRequest,
        body: web::Payload,
    ) -> Result<HttpResponse, Failure> {
        let deadline = Instant::now() + self.limits.time;
        let request = self.request(request, body)?;
        let response = timeout_at(deadline, self.send(request)).await.map_err(|_| Failure::Slow)??;
        self.answer(response, deadline)
    }

    fn request(
        &self,
        request: &HttpRequest,
        body: web::Payload,
    ) -> Result<Request<impl Body<Data = Bytes, Error = BodyError> + use<>>, Failure> {
        let mut headers = headers::of_request(&lines_of(request));
        let length = content_length(&headers);
        if length.is_some_and(|length| length > self.limits.bytes as u64) {
            return Err(Failure::RequestTooLarge);
        }
        headers.insert(HOST, self.authority.clone());
        headers.append(VIA, HeaderValue::from_static("1.1 cors-proxy"));
        let has_body = length.is_some() || request.headers().contains_key(TRANSFER_ENCODING);
        let body = if has_body {
            Either::Left(Limited::new(StreamBody::new(body.map_ok(Frame::data)), self.limits.bytes))
        } else {
            Either::Right(Empty::new())
        };
        let forwarded = Request::builder().method(request.method().as_str()).uri(self.target(request.uri())?);
        let mut forwarded = forwarded.body(body).map_err(|_| Failure::Target)?;
        *forwarded.headers_mut() = headers;
        Ok(forwarded)
    }

    /// Returns the path and the query for the upstream. The host never comes from a request: the target has none, and
    /// both the connection and `Host` use the upstream's.
    fn target(&self, asked: &AskedUri) -> Result<Uri, Failure> {
        let path_and_query = asked.path_and_query().filter(|_| asked.authority().is_none());
        let path_and_query = path_and_query.filter(|asked| !has_dot_segments(asked.path()));
        let asked = path_and_query.ok_or(Failure::Target)?;
        let target = PathAndQuery::try_from(format!("{}{asked}", self.path));
        target.map(Uri::from).map_err(|_| Failure::Target)
    }

    /// Sends a request on a connection of its own, which ends with the exchange.
    async fn send<B>(&self, request: Request<B>) -> Result<Response<Incoming>, Failure>
    where
        B: Body<Data = Bytes, Error = BodyError> + 'static,
    {
        let stream = TcpStream::connect((self.host.as_str(), self.port)).await;
        let stream = stream.map_err(|error| Failure::Broken(error.to_string()))?;
        let handshake = http1::handshake(TokioIo::new(stream)).await;
        let (mut sender, connection) = handshake.map_err(|error| Failure::of_connection(&error))?;
        rt::spawn(connection);
        sender.send_request(request).await.map_err(|error| Failure::of_connection(&error))
    }

    fn answer(&self, response: Response<Incoming>, deadline: Instant) -> Result<HttpResponse, Failure> {
        let (parts, body) = response.into_parts();
        // A redirect that is followed could lead anywhere. A redirect that is passed on would make the page call its
        // target directly.
        if let Some(to) = parts.headers.get(LOCATION).filter(|_| parts.status.is_redirection()) {
            return Err(Failure::Redirect(String::from_utf8_lossy(to.as_bytes()).into_owned()));
        }
        if body.size_hint().lower() > self.limits.bytes as u64 {
            return Err(Failure::ResponseTooLarge);
        }
        let status =
            StatusCode::from_u16(parts.status.as_u16()).ok().filter(|status| !status.is_informational());
        let status = status.ok_or_else(|| Failure::Broken(format!("it says {}", parts.status)))?;
        let mut answer = HttpResponse::build(status);
        for (name, value) in &headers::of_response(&parts.headers) {
            answer.append_header((name.as_str(), value.as_bytes()));
        }
        let bytes = bytes_of(Limited::new(body, self.limits.bytes), deadline);
        Ok(match content_length(&parts.headers) {
            // These responses end with their headers, but actix-web would write a body.
            _ if matches!(status, StatusCode::NO_CONTENT | StatusCode::NOT_MODIFIED) => answer.finish(),
            Some(length) => answer.body(SizedStream::new(length, bytes)),
            None => answer.streaming(bytes),
        })
    }
}

/// Writes a URL, as on the command line.
impl fmt::Display for Upstream {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "http://{}{}", String::from_utf8_lossy(self.authority.as_bytes()), self.path)
    }
}

/// Converts the types of http 0.2, which actix-web uses, to those of http 1.
fn lines_of(request: &HttpRequest) -> HeaderMap {
    let lines = request.headers().iter().filter_map(|(name, value)| {
        let name = HeaderName::from_bytes(name.as_str().as_bytes()).ok()?;
        Some((name, HeaderValue::from_bytes(value.as_bytes()).ok()?))
    });
    lines.collect()
}

fn content_length(headers: &HeaderMap) -> Option<u64> {
    headers.get(CONTENT_LENGTH)?.to_str().ok()?.parse().ok()
}

/// Reports whether a server may see `.` or `..` in a path, with which the path would leave the upstream's.
fn has_dot_segments(path: &str) -> bool {
    let path = path.to_ascii_lowercase().replace("%2e", ".").replace("%2f", "/").replace("%5c", "/");
    path.split(['/', '\\']).any(|segment| matches!(segment, "." | ".."))
}

/// Streams the body. A failure ends the connection, so that the page never takes a part for the whole.
fn bytes_of(
    body: Limited<Incoming>,
    deadline: Instant,
) -> impl Stream<Item = Result<Bytes, Failure>> + use<> {
    try_unfold(body, move |mut body| async move {
        loop {
            let frame = timeout_at(deadline, body.frame()).await.map_err(|_| Failure::Slow)?;
            let Some(frame) = frame else { return Ok(None) };
            let frame = frame.map_err(|error| Failure::Broken(error.to_string()))?;
            // Trailers are dropped: no filter has checked them.
            if let Ok(bytes) = frame.into_data() {
                return Ok(Some((bytes, body)));
            }
        }
    })
}

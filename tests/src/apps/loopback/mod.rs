//! Routes for pages of real browsers on loopback, the same on each framework.

pub mod actix;
pub mod axum;
pub mod rocket;

use std::io::Cursor;

use ::axum::response::{AppendHeaders, IntoResponse};
use ::rocket::http::Status;
use ::rocket::response::{self, Responder, Response};
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse};

/// A handler's response, for each framework.
#[derive(Debug, Clone)]
pub struct Answer {
    status: u16,
    headers: Vec<(String, String)>,
    body: Vec<u8>,
}

impl Answer {
    /// Makes a response that the browser's HTTP cache does not store, so that the server gets each request.
    pub(crate) fn new(body: impl Into<Vec<u8>>) -> Self {
        let answer = Self { status: 200, headers: Vec::new(), body: body.into() };
        answer.header("Cache-Control", "no-store")
    }

    pub(crate) fn status(self, status: u16) -> Self {
        Self { status, ..self }
    }

    pub(crate) fn header(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Makes a response with headers of every kind: safelisted, exposed by policies, and not exposed.
    fn data() -> Self {
        let answer = Self::new("data").header("Content-Type", "text/plain").header("Content-Language", "en");
        answer.header("ETag", "\"1\"").header("X-Total", "7").header("X-Secret", "s").header("X-Total", "8")
    }

    fn session(session: Option<&str>) -> Self {
        Self::new(format!("session {}", session.unwrap_or("none"))).header("Content-Type", "text/plain")
    }

    fn login() -> Self {
        Self::new("welcome").header("Set-Cookie", "session=1; Path=/")
    }

    fn redirect(status: u16, to: &str) -> Self {
        Self::new("").status(status).header("Location", to)
    }

    /// Makes the response in a query such as `200|name: value|name: value`, for responses that no policy gives.
    fn raw(text: &str) -> Self {
        let mut parts = text.split('|');
        let status = parts.next().and_then(|status| status.parse().ok()).expect("a status");
        let lines = parts.map(|line| line.split_once(": ").expect("a header"));
        lines.fold(
            Self::new(if status == 200 { "raw" } else { "" }).status(status),
            |answer, (name, value)| answer.header(name, value),
        )
    }

    pub(crate) fn page() -> Self {
        Self::new("<!doctype html><title>page</title><link rel=icon href=data:,>")
            .header("Content-Type", "text/html")
    }

    fn module() -> Self {
        Self::new("export const answer = 42;").header("Content-Type", "text/javascript")
    }

    /// Returns a font with one blank glyph.
    fn font() -> Self {
        Self::new(*include_bytes!("../../../data/blank.ttf")).header("Content-Type", "font/ttf")
    }
}

impl actix_web::Responder for Answer {
    type Body = actix_web::body::BoxBody;

    fn respond_to(self, _request: &HttpRequest) -> HttpResponse {
        let mut response = HttpResponse::build(StatusCode::from_u16(self.status).expect("a status"));
        for line in self.headers {
            response.append_header(line);
        }
        response.body(self.body)
    }
}

impl Responder<'_, 'static> for Answer {
    fn respond_to(self, _request: &::rocket::Request<'_>) -> response::Result<'static> {
        let mut response = Response::build();
        response.status(Status::new(self.status));
        for (name, value) in self.headers {
            response.raw_header_adjoin(name, value);
        }
        response.sized_body(self.body.len(), Cursor::new(self.body)).ok()
    }
}

impl IntoResponse for Answer {
    fn into_response(self) -> ::axum::response::Response {
        let status = ::axum::http::StatusCode::from_u16(self.status).expect("a status");
        (status, AppendHeaders(self.headers), self.body).into_response()
    }
}

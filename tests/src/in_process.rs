//! Requests through the test clients of the frameworks.

use std::convert::Infallible;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

use actix_web::Error;
use actix_web::body::{MessageBody, to_bytes_limited};
use actix_web::dev::{Service, ServiceResponse};
use actix_web::http::Method;
use actix_web::test::TestRequest;
use axum::body::Body;
use rocket::http::Header;
use rocket::local::blocking::Client;
use rocket::{Build, Rocket};
use tower_service as tower;

use crate::wire::{Request, Response};

/// Polls until ready, for a future that waits for no event. Polling itself allocates nothing.
pub fn block_on<F: Future>(future: F) -> F::Output {
    let mut future = pin!(future);
    loop {
        if let Poll::Ready(output) = future.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            return output;
        }
    }
}

/// Returns the response of an actix-web application, made by [`init_service`](actix_web::test::init_service).
pub async fn actix<B: MessageBody + 'static>(
    app: &impl Service<actix_http::Request, Response = ServiceResponse<B>, Error = Error>,
    request: &Request,
) -> Response {
    let mut test =
        TestRequest::with_uri(&request.target).method(Method::from_bytes(&request.method).unwrap());
    test = test.insert_header(("host", request.host.as_str()));
    for (name, value) in &request.headers {
        test = test.append_header((name.as_slice(), value.as_slice()));
    }
    // A server turns an `Err` into a response in the same way.
    let response = match app.call(test.set_payload(request.body.clone()).to_request()).await {
        Ok(response) => response.into_parts().1.map_into_boxed_body(),
        Err(error) => error.error_response(),
    };
    let head = Response::new(response.status().as_u16(), response.headers());
    // The response to `HEAD` still has the body that a server would not send.
    let body = match request.method.as_slice() {
        b"HEAD" => Vec::new(),
        _ => to_bytes_limited(response.into_body(), 1 << 20).await.unwrap().unwrap().to_vec(),
    };
    Response { body, ..head }
}

/// Returns the response of a Rocket.
pub fn rocket(client: &Client, request: &Request) -> Response {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    let mut local = client.req(text(&request.method).parse().unwrap(), request.target.clone());
    local.add_header(Header::new("host", request.host.clone()));
    for (name, value) in &request.headers {
        local.add_header(Header::new(text(name), text(value)));
    }
    local.set_body(&request.body);
    let response = local.dispatch();
    let headers = response.headers().iter().map(|it| (it.name().to_string(), it.value().to_owned()));
    let head = Response::new(response.status().code, headers);
    Response { body: response.into_bytes().unwrap_or_default(), ..head }
}

/// Returns the reason why a Rocket does not launch, if so. Rocket's errors panic if they are dropped without inspection.
pub fn failure(rocket: Rocket<Build>) -> Option<String> {
    Client::untracked(rocket).err().map(|error| error.kind().to_string())
}

/// Returns the response of an application on axum.
pub async fn axum<S>(app: &S, request: &Request) -> Response
where
    S: tower::Service<http::Request<Body>, Response = axum::response::Response, Error = Infallible> + Clone,
{
    let Ok(response) = app.clone().call(request.to_http()).await;
    let (parts, body) = response.into_parts();
    let body = axum::body::to_bytes(body, usize::MAX).await.unwrap().to_vec();
    Response { body, ..Response::new(parts.status.as_u16(), &parts.headers) }
}

//! A policy without an adapter, under hyper: `cargo run -p cors-attr-core --example hyper --features http`
//!
//! Listens on 127.0.0.1:8090, or on the port in the variable `PORT`. Try `curl -i http://127.0.0.1:8090/ -H 'Origin:
//! https://app.example.com'`.

use std::convert::Infallible;
use std::sync::Arc;

use cors_core::http::HttpDecision;

use cors_core::Policy;
use http::{Request, Response};
use http_body_util::Full;
use hyper::body::{Bytes, Incoming};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use tokio::net::TcpListener;

type Body = Full<Bytes>;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let policy = Arc::new(
        Policy::builder()
            .origins(["https://app.example.com", "https://*.preview.example.com"])
            .methods(["GET", "PUT"])
            .allow_headers(["content-type"])
            .max_age("10m")
            .build()?,
    );
    let port = std::env::var("PORT").ok().and_then(|port| port.parse().ok()).unwrap_or(8090);
    let listener = TcpListener::bind(("127.0.0.1", port)).await?;
    println!("{policy} on http://{}", listener.local_addr()?);
    loop {
        let (connection, _) = listener.accept().await?;
        let policy = Arc::clone(&policy);
        let service = service_fn(move |request| {
            let policy = Arc::clone(&policy);
            async move { Ok::<_, Infallible>(with_cors(&policy, request).await) }
        });
        tokio::spawn(http1::Builder::new().serve_connection(TokioIo::new(connection), service));
    }
}

/// Applies a policy as a middleware does: answers preflights, and decorates every other response.
async fn with_cors(policy: &Policy, request: Request<Incoming>) -> Response<Body> {
    match policy.respond_to(&request) {
        HttpDecision::Respond(response) => response.map(|()| Body::default()),
        HttpDecision::Decorate(decoration) => {
            let mut response = handle(request).await;
            decoration.apply(response.headers_mut());
            response
        }
    }
}

/// Serves a request without CORS.
async fn handle(request: Request<Incoming>) -> Response<Body> {
    Response::new(Body::from(format!("{} {}\n", request.method(), request.uri().path())))
}

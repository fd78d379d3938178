//! The layer under hyper, over a connection.

use std::convert::Infallible;

use cors_tower::Cors;
use http::{Request, Response};
use http_body_util::{BodyExt as _, Full};
use hyper::body::{Bytes, Incoming};
use hyper::client::conn::http1 as client;
use hyper::server::conn::http1 as server;
use hyper_util::rt::TokioIo;
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};
use tower::{Layer, service_fn};

use crate::{APP, OTHER, policy};

/// Sends its own body back, in pieces as they come.
async fn handle(request: Request<Incoming>) -> Result<Response<Full<Bytes>>, Infallible> {
    let body = request.into_body().collect().await.unwrap().to_bytes();
    Ok(Response::new(Full::new(body)))
}

#[tokio::test]
async fn requests_over_a_connection_get_the_headers() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let service = TowerToHyperService::new(Cors::new(policy()).layer(service_fn(handle)));
    tokio::spawn(async move {
        let (connection, _) = listener.accept().await.unwrap();
        server::Builder::new().serve_connection(TokioIo::new(connection), service).await.unwrap();
    });
    let connection = TokioIo::new(TcpStream::connect(address).await.unwrap());
    let (mut sender, connection) = client::handshake(connection).await.unwrap();
    tokio::spawn(connection);

    for (origin, method, status) in [(APP, "OPTIONS", 204), (OTHER, "OPTIONS", 403), (APP, "PUT", 200)] {
        let request = Request::builder().method(method).uri("/").header("host", address.to_string());
        let request = request.header("origin", origin).header("access-control-request-method", "PUT");
        let body = if method == "PUT" { "hello" } else { "" };
        let response = sender.send_request(request.body(body.to_owned()).unwrap()).await.unwrap();
        assert_eq!(response.status(), status);
        let allowed = response.headers().get("access-control-allow-origin").is_some();
        assert_eq!(allowed, status != 403, "{response:?}");
        assert_eq!(response.into_body().collect().await.unwrap().to_bytes(), body);
    }
}

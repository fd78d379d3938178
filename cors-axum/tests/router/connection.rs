//! The service of `axum::serve`.

use axum::Router;
use axum::routing::put;
use cors_axum::{Cors, cors};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};

#[cors(origins = ["https://app.example.com"])]
async fn update() -> &'static str {
    "updated"
}

#[tokio::test]
async fn axum_serves_a_router_with_cors_over_a_connection() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let app = Cors::new(Router::new().route("/", put(update)));
    tokio::spawn(async move { axum::serve(listener, app).await });

    for (method, status) in [("OPTIONS", "204 No Content"), ("PUT", "200 OK")] {
        let mut connection = TcpStream::connect(address).await.unwrap();
        let request = format!(
            "{method} / HTTP/1.1\r\nhost: {address}\r\nconnection: close\r\norigin: https://app.example.com\r\n\
             access-control-request-method: PUT\r\n\r\n"
        );
        connection.write_all(request.as_bytes()).await.unwrap();
        let mut response = String::new();
        connection.read_to_string(&mut response).await.unwrap();
        assert!(response.starts_with(&format!("HTTP/1.1 {status}\r\n")), "{response}");
        assert!(response.contains("access-control-allow-origin: https://app.example.com\r\n"), "{response}");
    }
}

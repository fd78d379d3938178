//! A WebSocket that foreign pages cannot open: `cargo run --example websocket`.
//!
//! Browsers let every page open a WebSocket to every server, with the server's cookies, and read its messages: CORS
//! does not protect handshakes, and there is no preflight. Handshakes do have an `Origin`, so `enforce = "all_methods"`
//! refuses the handshake of a page that the policy does not allow, before the handler runs. A client other than a
//! browser can send any `Origin` or none, so this check replaces no login.
//!
//! Listens on 127.0.0.1:8080, or on the port in the variable `PORT`.

use actix_web::{App, HttpRequest, HttpResponse, HttpServer, get, rt, web};
use actix_ws::{AggregatedMessage, AggregatedMessageStream, Closed, Session};
use cors_actix::{cors, inventory};
use cors_examples::address;

/// Echoes messages, to pages that are developed on this machine and to its own pages.
#[cors(origins = ["http://localhost:*"], enforce = "all_methods")]
#[get("/echo")]
async fn echo(request: HttpRequest, body: web::Payload) -> actix_web::Result<HttpResponse> {
    let (response, session, messages) = actix_ws::handle(&request, body)?;
    let messages = messages.aggregate_continuations();
    rt::spawn(async move {
        // The client has disconnected, so no caller waits for the result.
        let _gone = talk(session, messages).await;
    });
    Ok(response)
}

async fn talk(mut session: Session, mut messages: AggregatedMessageStream) -> Result<(), Closed> {
    while let Some(Ok(message)) = messages.recv().await {
        match message {
            AggregatedMessage::Text(text) => session.text(text).await?,
            AggregatedMessage::Binary(bytes) => session.binary(bytes).await?,
            AggregatedMessage::Ping(bytes) => session.pong(&bytes).await?,
            AggregatedMessage::Pong(_) => {}
            AggregatedMessage::Close(reason) => return session.close(reason).await,
        }
    }
    session.close(None).await
}

#[actix_web::main]
async fn main() -> std::io::Result<()> {
    let server = HttpServer::new(|| App::new().service(echo)).bind(address("PORT", 8080))?;
    for address in server.addrs() {
        println!("ws://{address}/echo listens; in the console of any page, try");
        println!("  new WebSocket(\"ws://{address}/echo\")");
    }
    print!("which opens for\n{}", inventory(&[&echo]));
    server.run().await
}

//! Lets a page use an API that sends no CORS headers, or wrong ones, and that cannot be changed: `cargo run --example
//! proxy -- --upstream http://api.example.com/v1`, and the page calls this server instead.
//!
//! Listens on 127.0.0.1:8080, or on the port in the variable `PORT`. All requests go to that one upstream, whatever
//! they contain. Cookies are dropped in both directions, so no session at the upstream is shared with the page.
//! `--max-bytes` limits each body (default 10 MB), `--seconds` each exchange (default 30 s).
//!
//! The proxy calls the upstream over plain HTTP, which suits a private network, as between containers. For `https`, put
//! a TLS connector around the `TcpStream` in `upstream.rs`.

mod arguments;
mod failure;
mod headers;
mod upstream;

use actix_web::{App, HttpRequest, HttpResponse, HttpServer, route, web};
use cors_actix::{cors, inventory};
use cors_examples::address;

use crate::failure::Failure;
use crate::upstream::Upstream;

/// Forwards requests of pages that are developed on this machine. Put the origin of your page here.
#[cors(
    origins = ["http://localhost:*", "http://127.0.0.1:*"],
    allow_headers = ["authorization", "content-type", "if-match", "if-none-match"],
    expose_headers = ["etag", "link", "retry-after"],
    max_age = "10m",
)]
#[route(
    "/{path:.*}",
    method = "GET",
    method = "HEAD",
    method = "POST",
    method = "PUT",
    method = "PATCH",
    method = "DELETE"
)]
async fn forward(
    request: HttpRequest,
    body: web::Payload,
    upstream: web::Data<Upstream>,
) -> Result<HttpResponse, Failure> {
    upstream.forward(&request, body).await
}

#[actix_web::main]
async fn main() -> std::io::Result<()> {
    let upstream = match arguments::parse(std::env::args().skip(1)) {
        Ok(upstream) => web::Data::new(upstream),
        Err(mistake) => {
            eprintln!(
                "{mistake}\n\nusage: proxy --upstream http://HOST[:PORT][/PATH] [--max-bytes N] [--seconds N]"
            );
            std::process::exit(2);
        }
    };
    let shared = upstream.clone();
    let server = HttpServer::new(move || App::new().app_data(shared.clone()).service(forward));
    let server = server.bind(address("PORT", 8080))?;
    for address in server.addrs() {
        println!("http://{address} is {upstream} for pages that this allows:", upstream = **upstream);
    }
    print!("{}", inventory(&[&forward]));
    server.run().await
}

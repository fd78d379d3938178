//! A page to learn CORS with: `cargo run --example playground`, then open the printed address.
//!
//! Two servers run: an API with annotated handlers, and a page on another port, hence of another origin. Each button of
//! the page sends a request to the API. The page then shows both sides: the script, which sees little, and the API,
//! which records every request and response.
//!
//! The page is at port 8080 and the API at 8081, or at the ports in the variables `PORT` and `API_PORT`.

mod api;
mod cases;
mod console;
mod explain;
mod guide;
mod own;
mod page;
mod recorder;

use std::io;

use actix_web::middleware::from_fn;
use actix_web::{App, HttpServer, web};
use cors_examples::address;
use futures_util::future::try_join;

use crate::page::Site;
use crate::recorder::Recorder;

#[actix_web::main]
async fn main() -> io::Result<()> {
    let recorder = web::Data::new(Recorder::default());
    let recorded = recorder.clone();
    let votes = web::Data::new(api::Votes::default());
    let api = HttpServer::new(move || {
        App::new()
            .app_data(recorded.clone())
            .app_data(votes.clone())
            .wrap(from_fn(recorder::record))
            .configure(api::routes)
    });
    let api = api.workers(1).bind(address("API_PORT", 8081))?;
    let site = web::Data::new(Site { api: base(&api.addrs()), recorder });

    let page = HttpServer::new(move || App::new().app_data(site.clone()).configure(page::routes));
    let page = page.workers(1).bind(address("PORT", 8080))?;
    println!("Open {} in a browser.", base(&page.addrs()));
    try_join(api.run(), page.run()).await.map(drop)
}

/// Returns the URL with the host `localhost`, which makes both servers one site: browsers then send cookies from one to
/// the other.
fn base(addresses: &[std::net::SocketAddr]) -> String {
    addresses.iter().map(|address| format!("http://localhost:{}", address.port())).collect()
}

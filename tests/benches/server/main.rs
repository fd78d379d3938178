//! Measures what CORS costs a whole server, beside the usual crates: `cargo bench -p cors-tests --bench server`.
//!
//! Each application has a server of one thread on loopback. Each round loads the servers in turns, for some seconds
//! each, by connections that send the next request after the last response. The connections keep the server busy, so
//! the time of a request is mostly spent waiting for requests of other connections.

#![allow(clippy::indexing_slicing, clippy::panic, clippy::unwrap_used, reason = "a bench fails by a panic")]

#[path = "../apps/mod.rs"]
mod apps;
mod load;
mod serve;

use std::net::SocketAddr;
use std::time::Duration;

use load::Load;

const ROUNDS: usize = 2;
const TURN: Duration = Duration::from_secs(5);

const ACTUAL: &str = "PUT / HTTP/1.1\r\nhost: api.example.com\r\norigin: https://app.example.com\r\n\
    user-agent: a browser\r\naccept: */*\r\ncontent-length: 0\r\n\r\n";
const PREFLIGHT: &str = "OPTIONS / HTTP/1.1\r\nhost: api.example.com\r\norigin: https://app.example.com\r\n\
    user-agent: a browser\r\naccept: */*\r\naccess-control-request-method: PUT\r\n\
    access-control-request-headers: content-type,x-request-id\r\n\r\n";

fn main() {
    let actix = serve::actix();
    let rocket = serve::rocket();
    println!("| | bare, requests/s (p99, µs) | ours | peer |");
    println!("|---|---|---|---|");
    for (name, servers) in [("actix-web", &actix), ("Rocket", &rocket)] {
        let [bare, bare_options, ours, peer] = *servers;
        row(&format!("{name}: allowed actual"), ACTUAL, [bare, ours, peer]);
        row(&format!("{name}: allowed preflight"), PREFLIGHT, [bare_options, ours, peer]);
    }
}

fn row(name: &str, request: &str, servers: [SocketAddr; 3]) {
    let mut loads: [Load; 3] = Default::default();
    for _ in 0..ROUNDS {
        for (server, load) in servers.iter().zip(&mut loads) {
            load.add(load::run(*server, request, TURN));
        }
    }
    let figures = loads.map(|mut load| format!("{:.0} ({:.0})", load.per_second(), load.percentile(99)));
    println!("| {name} | {} |", figures.join(" | "));
}

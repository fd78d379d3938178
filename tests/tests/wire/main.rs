//! Test vectors and hostile requests over TCP, against each adapter.

mod advisories;
mod generated;
mod hostile;
mod origins;

use std::io;

use cors_tests::counters::watch;
use cors_tests::server::Server;
use cors_tests::wire::{self, Request, Response};

/// Sends alone, because the counters are per process.
fn send(server: &Server, request: &Request) -> io::Result<Response> {
    watch(|| wire::send(server.address, request)).0
}

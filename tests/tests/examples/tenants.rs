//! The example with tenants in SQLite: the database decides, for the preflight as for the actual request.

use std::net::{Ipv4Addr, SocketAddr};

use cors_tests::example::Example;
use cors_tests::table::{cross, preflight};
use cors_tests::wire::{self, Request, Response};

const SHOP: &str = "https://shop.acme.example";

/// The running example, with its database in a file.
struct Server {
    address: SocketAddr,
    database: tempfile::NamedTempFile,
    _example: Example,
}

impl Server {
    fn start() -> Self {
        let database = tempfile::NamedTempFile::new().unwrap();
        let mut example = Example::start("tenants", &[database.path().to_str().unwrap()]);
        let url = example.url();
        let port = url.trim_end_matches(':').rsplit_once(':').unwrap().1.parse().unwrap();
        Self { address: (Ipv4Addr::LOCALHOST, port).into(), database, _example: example }
    }

    fn send(&self, request: &Request) -> Response {
        wire::send(self.address, request).unwrap()
    }

    /// Returns the status of a preflight for the orders of a tenant.
    fn preflight(&self, tenant: &str, origin: &str) -> u16 {
        self.send(&preflight("GET", &format!("/{tenant}/orders"), origin)).status
    }

    fn orders(&self, tenant: &str, origin: &str) -> Response {
        self.send(&cross("GET", &format!("/{tenant}/orders"), origin))
    }

    /// Returns the status of adding an origin.
    fn add(&self, tenant: &str, origin: &str) -> u16 {
        let request = Request::new("PUT", &format!("/{tenant}/origin")).header("Content-Type", "text/plain");
        self.send(&Request { body: origin.into(), ..request }).status
    }
}

#[test]
fn tenants_are_added_while_it_runs_and_each_has_its_own_origins() {
    let server = Server::start();
    assert_eq!(server.preflight("acme", SHOP), 403);
    assert_eq!(server.add("acme", SHOP), 204);
    assert_eq!(server.preflight("acme", SHOP), 204);
    assert_eq!(server.preflight("umbrella", SHOP), 403);
    assert_eq!(server.preflight("acme", "https://shop.acme.example.evil.example"), 403);

    let readable = server.orders("acme", SHOP);
    assert_eq!((readable.status, readable.body.as_slice()), (200, &b"the orders of acme"[..]));
    let lines = ["access-control-allow-origin: https://shop.acme.example", "vary: Origin"];
    assert_eq!(readable.cors_lines(), lines);
    assert_eq!(server.orders("umbrella", SHOP).cors_lines(), ["vary: Origin"]);
}

#[test]
fn what_is_no_origin_is_not_added() {
    let server = Server::start();
    for wrong in ["https://shop.acme.example/", "shop.acme.example", "*", "null", "' OR 1=1 --"] {
        assert_eq!(server.add("acme", wrong), 422, "{wrong}");
    }
    assert_eq!(server.preflight("acme", SHOP), 403);
}

#[test]
fn a_broken_database_refuses() {
    let server = Server::start();
    assert_eq!(server.add("acme", SHOP), 204);
    assert_eq!(server.preflight("acme", SHOP), 204);
    std::fs::write(server.database.path(), vec![b'?'; 1 << 16]).unwrap();
    assert_eq!(server.preflight("acme", SHOP), 403);
    let orders = server.orders("acme", SHOP);
    assert_eq!((orders.status, orders.cors_lines()), (200, vec!["vary: Origin".to_owned()]));
}

//! Code that the examples share.

use std::env;
use std::net::Ipv4Addr;

/// Returns the address to listen on: 127.0.0.1, and the port in the environment's `variable`, or else `default`. With
/// port 0 the system chooses.
///
/// ```
/// assert_eq!(cors_examples::address("A_VARIABLE_THAT_NOBODY_SETS", 8080).1, 8080);
/// ```
#[must_use]
pub fn address(variable: &str, default: u16) -> (Ipv4Addr, u16) {
    let port = env::var(variable).ok().and_then(|port| port.parse().ok());
    (Ipv4Addr::LOCALHOST, port.unwrap_or(default))
}

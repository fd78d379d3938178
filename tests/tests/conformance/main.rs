//! The table of cases against both adapters, in the process and over TCP.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by a panic"
)]

mod actix_options;
mod actix_pitfalls;
mod check;
mod in_process;
mod over_http2;
mod over_tcp;
mod rocket_exact;
mod server_names;
mod sharing;
mod starts;

//! All adapters on requests: the table of cases in process, over TCP and over HTTP/2, and tests that need an
//! application of their own.

mod actix;
mod axum;
mod check;
mod in_process;
mod inventory;
mod over_http2;
mod over_tcp;
mod peers;
mod public_default;
mod reload;
mod rocket;
mod server_names;
mod sharing;
mod smallest_adapter;
mod starts;
mod statuses;

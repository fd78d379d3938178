//! What no router can bind a handler to.

use cors_axum::cors;

#[cors(origins = ["https://app.example.com"], methods = ["PUTT"])]
async fn misspelt() {}

#[cors(origins = ["https://app.example.com"], methods = ["GET", "put", "PROPFIND"])]
async fn of_another_protocol() {}

#[cors(origins = ["https://app.example.com"], methods = ["GET", "OPTIONS"])]
async fn right() {}

fn main() {}

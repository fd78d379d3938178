use std::future::{Ready, ready};

use cors_axum::cors;

#[cors(origins = ["https://app.example.com"])]
async unsafe fn list() -> &'static str {
    "list"
}

#[cors(origins = ["https://app.example.com/"])]
unsafe extern "C" fn both_and_a_wrong_origin() -> Ready<()> {
    ready(())
}

#[cors(origins = ["https://app.example.com"])]
async extern "C" fn show() -> &'static str {
    "show"
}

fn main() {}

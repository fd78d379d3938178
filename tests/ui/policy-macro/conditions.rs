use cors_actix::{Policy, policy};

static OF_A_KEY: Policy = policy!(#[cfg(debug_assertions)] origins = ["http://localhost:5173"]);
static OF_A_VALUE: Policy = policy!(origins = #[cfg(debug_assertions)] ["http://localhost:5173"]);
static OF_A_PREDICATE: Policy = policy!(origins = predicate(#[cfg(debug_assertions)] is_preview));
static OF_A_STAR: Policy = policy!(origins = ["https://app.example.com", #[cfg(debug_assertions)] "*"]);

fn main() {}

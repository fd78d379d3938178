use cors_actix::{Policy, policy};

const BASE: Policy = policy!(origins = ["https://app.example.com"], allow_headers = "*");
static PARTNERS: Policy = policy!(..BASE, credentials = true);

fn main() {}

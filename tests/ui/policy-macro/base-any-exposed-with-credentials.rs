use cors_actix::{Policy, policy};

const BASE: Policy = policy!(origins = ["https://app.example.com"], expose_headers = "*");
static PARTNERS: Policy = policy!(..BASE, credentials = true);

fn main() {}

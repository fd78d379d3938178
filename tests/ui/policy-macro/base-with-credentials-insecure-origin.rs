use cors_actix::{Policy, policy};

const BASE: Policy = policy!(origins = ["https://app.example.com"], credentials = true);
static PARTNERS: Policy = policy!(..BASE, origins = ["http://app.example.com"]);

fn main() {}

use cors_actix::{Policy, policy};

const BASE: Policy = policy!(origins = ["http://*.example.com"]);
static PARTNERS: Policy = policy!(..BASE, credentials = true);

fn main() {}

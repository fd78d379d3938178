use cors_actix::{Policy, policy};

const BASE: Policy = policy!(origins = "*");
static PARTNERS: Policy = policy!(..BASE, credentials = true);

fn main() {}

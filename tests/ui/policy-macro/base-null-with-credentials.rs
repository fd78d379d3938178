use cors_actix::{Policy, policy};

const BASE: Policy = policy!(origins = ["null"], dangerously_allow = ["null_origin"]);
static PARTNERS: Policy = policy!(..BASE, credentials = true);

fn main() {}

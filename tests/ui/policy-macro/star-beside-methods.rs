use cors_actix::{Policy, policy};

static PARTNERS: Policy = policy!(origins = "*", methods = ["*", "GET"]);

fn main() {}

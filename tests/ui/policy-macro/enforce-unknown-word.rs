use cors_actix::{Policy, policy};

static PARTNERS: Policy = policy!(origins = "*", enforce = "everything");

fn main() {}

use cors_actix::{Policy, policy};

static PARTNERS: Policy = policy!(credentials = true);

fn main() {}

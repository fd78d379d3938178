use cors_actix::{Policy, policy};

static PARTNERS: Policy = policy!(same_origin, credentials = true);

fn main() {}

use cors_actix::{Policy, policy};

static PARTNERS: Policy = policy!(..Policy::SAME_ORIGIN, ..Policy::SAME_ORIGIN);

fn main() {}

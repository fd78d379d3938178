use cors_actix::{Policy, policy};

static PARTNERS: Policy = policy!(..Policy::SAME_ORIGIN, same_origin);

fn main() {}

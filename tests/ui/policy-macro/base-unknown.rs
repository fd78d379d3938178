use cors_actix::{Policy, policy};

static PARTNERS: Policy = policy!(..OTHER, credentials = true);

fn main() {}

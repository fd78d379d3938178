use cors_actix::{Policy, policy};

static ALL: Policy = policy!(..Policy::PUBLIC, credentials = true);

fn main() {}

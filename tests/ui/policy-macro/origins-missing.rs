use cors_actix::{Policy, policy};

static PARTNERS: Policy = policy!(credentials = true);

static EMPTY: Policy = policy!();

fn main() {}

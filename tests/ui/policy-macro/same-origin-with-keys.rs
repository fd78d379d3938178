use cors_actix::{Policy, policy};

static PARTNERS: Policy = policy!(same_origin, credentials = true);

static ENFORCED: Policy = policy!(same_origin, enforce = "all_methods");

fn main() {}

use cors_actix::{Policy, policy};

// `enforce` and `policy` are for routes, so they are not what is meant.
static ENFORCED: Policy = policy!(origins = ["https://app.example.com"], enforc = "all_methods");
static NAMED: Policy = policy!(polcy = ENFORCED);

fn main() {}

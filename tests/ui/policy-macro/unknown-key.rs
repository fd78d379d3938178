use cors_actix::{Policy, policy};

static PARTNERS: Policy = policy!(origins = ["https://app.example.com"], headers = ["x-a"]);

// The keys of routes are no keys of a policy.
static STRANGER: Policy = policy!(origins = ["https://app.example.com"], zebra = true);
static NO_KEY: Policy = policy!(["https://app.example.com"]);

fn main() {}

use cors_actix::{Policy, policy};

static OTHER: Policy = policy!(origins = ["https://app.example.com"]);
static PARTNERS: Policy = policy!(policy = OTHER, credentials = true);

fn main() {}

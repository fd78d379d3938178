use cors_actix::{Policy, policy};

static PARTNERS: Policy = policy!(origins = ["https://app.example.com"]);
static NOBODY: Policy = policy!(..PARTNERS, origins = []);

fn main() {}

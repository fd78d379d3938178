use cors_actix::{Policy, policy};

static OTHER: &str = "https://app.example.com";
static PARTNERS: Policy = policy!(..OTHER, credentials = true);

fn main() {}

use cors_actix::{Policy, policy};

static PARTNERS: Policy = policy!(origins = ["https://app.example.com"], headers = ["x-a"]);

fn main() {}

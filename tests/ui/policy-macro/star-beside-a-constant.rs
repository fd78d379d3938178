use cors_actix::{Policy, policy};

const APP: &str = "https://app.example.com";
static PARTNERS: Policy = policy!(origins = ["*", APP]);

fn main() {}

use cors_actix::{Policy, policy};

static PARTNERS: Policy = policy!(origins = ["https://app.example.com"], enforce = "unsafe_methods");

fn main() {}

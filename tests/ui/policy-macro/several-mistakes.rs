use cors_actix::{Policy, policy};

static PARTNERS: Policy = policy!(origins = ["https://app.example.com/", "https://*.com"], methods = ["get"], max_age = "2d");

fn main() {}

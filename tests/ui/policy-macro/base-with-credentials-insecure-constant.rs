use cors_actix::{Policy, policy};

const APP: &str = "http://app.example.com";
const BASE: Policy = policy!(origins = ["https://app.example.com"], credentials = true);
static PARTNERS: Policy = policy!(..BASE, origins = [APP]);

fn main() {}

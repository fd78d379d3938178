use cors_actix::{Policy, policy};

const BASE: Policy =
    policy!(origins = ["http://app.example.com"], credentials = true, dangerously_allow = ["insecure_origins"]);
static PARTNERS: Policy = policy!(..BASE, dangerously_allow = []);

fn main() {}

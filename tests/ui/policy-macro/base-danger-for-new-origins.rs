use cors_actix::{Policy, policy};

const APP: &str = "http://constant.example";
const BASE: Policy =
    policy!(origins = ["http://intranet.example"], credentials = true, dangerously_allow = ["insecure_origins"]);
static OTHER: Policy = policy!(..BASE, origins = ["http://other.example"]);
static PATTERN: Policy = policy!(..BASE, origins = ["http://*.other.example"]);
static CONSTANT: Policy = policy!(..BASE, origins = [APP]);
static ON_ROCKET: cors_rocket::Policy = cors_rocket::policy!(..BASE, origins = ["http://rocket.example"]);

fn main() {}

// A policy is an expression, and starts from another or from none.
use cors_actix::{Policy, policy};

const APP: &str = "https://app.example.com";

static ANYBODY: Policy = policy!(origins = "*");
static EVERYTHING: Policy = policy!(
    origins = [APP, "https://*.example.com"],
    methods = "*",
    allow_headers = ["*", "authorization"],
    expose_headers = "*",
    max_age = "1h",
);
const CLOSED: Policy = policy!(same_origin);
const NULL: Policy = policy!(origins = "null", dangerously_allow = ["null_origin"]);
const INSECURE: Policy =
    policy!(origins = ["http://app.example.com"], credentials = true, dangerously_allow = ["insecure_origins"]);

// Each key replaces that of the other.
const FEWER: Policy = policy!(..EVERYTHING, methods = ["GET", "PUT"], allow_headers = ["x-a"], expose_headers = []);
const COOKIES: Policy = policy!(..FEWER, credentials = true);
const SAME: Policy = policy!(..COOKIES);
const OF_CLOSED: Policy = policy!(..Policy::SAME_ORIGIN, origins = [APP], credentials = true,);
const LOOPBACK: Policy = policy!(credentials = true, origins = "http://localhost:*", ..ANYBODY);
const STILL_INSECURE: Policy = policy!(..INSECURE, max_age = 60);
const STILL_NULL: Policy = policy!(..NULL, expose_headers = ["etag"]);
const RENAMED: Policy = policy!(..ANYBODY, crate = ::cors_actix);

struct Application;

impl Application {
    const POLICY: Policy = policy!(..OF_CLOSED, expose_headers = ["etag"]);
}

fn generic<T>() -> &'static Policy {
    const POLICY: &Policy = &policy!(..Application::POLICY, max_age = 60);
    POLICY
}

fn main() {
    let _ = [policy!(origins = "*"), SAME, CLOSED, RENAMED, LOOPBACK, STILL_INSECURE, STILL_NULL];
    let _ = generic::<u8>();
}

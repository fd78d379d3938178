use cors_actix::{Policy, policy};

static PREVIEWS: Policy =
    policy!(origins = ["https://*.example.com", "https://*.github.io"], dangerously_allow = ["public_suffix_wildcards"]);
static WITH_COOKIES: Policy = policy!(..PREVIEWS, dangerously_allow = [], credentials = true);

fn main() {}

use cors_actix::{Policy, policy};

static COOKIES: Policy = policy!(..Policy::SAME_ORIGIN, credentials = true);
static PUT: Policy = policy!(..Policy::SAME_ORIGIN, max_age = 60, methods = ["PUT"]);
static DANGER: Policy = policy!(..Policy::SAME_ORIGIN, dangerously_allow = ["null_origin"]);

fn main() {}

use cors_actix::{Policy, policy};
use std::sync::LazyLock;

fn other() -> &'static Policy {
    &Policy::SAME_ORIGIN
}
static PARTNERS: Policy = policy!(..other, credentials = true);

static OTHER: LazyLock<Policy> = LazyLock::new(|| Policy::SAME_ORIGIN);
static BASE_LAZY: Policy = policy!(..OTHER, credentials = true);

fn main() {}

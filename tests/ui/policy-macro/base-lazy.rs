use std::sync::LazyLock;

use cors_actix::{Policy, policy};

static OTHER: LazyLock<Policy> = LazyLock::new(|| Policy::SAME_ORIGIN);
static PARTNERS: Policy = policy!(..OTHER, credentials = true);

fn main() {}

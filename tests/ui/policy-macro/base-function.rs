use cors_actix::{Policy, policy};

fn other() -> &'static Policy {
    &Policy::SAME_ORIGIN
}
static PARTNERS: Policy = policy!(..other, credentials = true);

fn main() {}

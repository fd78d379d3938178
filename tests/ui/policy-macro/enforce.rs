use cors_actix::{Policy, policy};

static PARTNERS: Policy = policy!(origins = ["https://app.example.com"], enforce = "unsafe_methods");

static ENFORCE_UNKNOWN_WORD: Policy = policy!(origins = "*", enforce = "everything");

fn main() {}

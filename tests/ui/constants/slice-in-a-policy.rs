use cors_actix::{Policy, policy};

mod config {
    pub(super) static APPS: [&str; 2] = ["https://app.example.com", "https://b.example"];
}

static PARTNERS: Policy = policy!(origins = config::APPS, credentials = true);

fn main() {
    let _ = PARTNERS;
}

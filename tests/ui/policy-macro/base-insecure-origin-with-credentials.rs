use cors_actix::{Policy, policy};

mod policies {
    pub(super) const BASE: cors_actix::Policy = cors_actix::policy!(origins = ["http://app.example.com"]);
}
static PARTNERS: Policy = policy!(..policies::BASE, credentials = true);

fn main() {}

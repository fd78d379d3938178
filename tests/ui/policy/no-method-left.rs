use actix_web::{put, route};
use cors_actix::{Policy, cors, policy};

static READ: Policy = policy!(origins = "*", methods = ["GET", "HEAD"]);

#[cors(policy = READ)]
#[put("/")]
async fn no_method_left() -> &'static str {
    "no_method_left"
}

mod policies {
    pub(super) const READ: cors_actix::Policy = cors_actix::policy!(origins = "*", methods = ["GET"]);
}

#[cors(policy = policies::READ)]
#[put("/")]
async fn no_method_left_by_its_path() -> &'static str {
    "no_method_left_by_its_path"
}

static PARTNERS: Policy = policy!(origins = ["https://app.example.com"], methods = ["GET"]);

#[cors(policy = PARTNERS, methods = ["PUT"])]
#[route("/", method = "GET", method = "PUT")]
async fn no_method_left_of_the_listed() -> &'static str {
    "no_method_left_of_the_listed"
}

fn main() {}

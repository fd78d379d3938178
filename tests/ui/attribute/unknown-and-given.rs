use actix_web::get;
use cors_actix::cors;

#[cors(same_orgin, same_origin)]
#[get("/")]
async fn same_origin_is_given() -> &'static str {
    "same_origin_is_given"
}

#[cors(same_origin, same_orgin)]
#[get("/")]
async fn same_origin_is_given_before() -> &'static str {
    "same_origin_is_given_before"
}

#[cors(polcy = ::cors_actix::Policy::PUBLIC, policy = ::cors_actix::Policy::PUBLIC)]
#[get("/")]
async fn policy_is_given() -> &'static str {
    "policy_is_given"
}

#[cors(origins = ["https://app.example.com"], crat = ::renamed, crate = ::cors_actix)]
#[get("/")]
async fn crate_is_given() -> &'static str {
    "crate_is_given"
}

fn main() {}

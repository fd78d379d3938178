use actix_web::get;
use cors_actix::cors;

#[cors(policy)]
#[get("/")]
async fn no_value() -> &'static str {
    "no_value"
}

#[cors(policy =, methods = ["GET"])]
#[get("/")]
async fn no_value_after_equals() -> &'static str {
    "no_value_after_equals"
}

fn main() {}

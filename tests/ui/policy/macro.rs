use actix_web::get;
use cors_actix::cors;

#[cors(policy = policy!(origins = "*"))]
#[get("/")]
async fn list() -> &'static str {
    "list"
}

fn main() {}

use actix_web::get;
use cors_actix::cors;

#[cors(policy = PARTNERS)]
#[get("/")]
async fn list() -> &'static str {
    "list"
}

fn main() {}

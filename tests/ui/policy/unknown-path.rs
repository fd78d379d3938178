use actix_web::get;
use cors_actix::cors;

#[cors(policy = partners::PARTNERS)]
#[get("/")]
async fn list() -> &'static str {
    "list"
}

fn main() {}

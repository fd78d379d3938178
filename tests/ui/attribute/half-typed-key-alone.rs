use actix_web::get;
use cors_actix::cors;

#[cors(o)]
#[get("/")]
async fn list() -> &'static str {
    "list"
}

fn main() {}

use actix_web::get;
use cors_actix::cors;

#[cors(allow_any_origin = true)]
#[get("/")]
async fn list() -> &'static str {
    "list"
}

fn main() {}

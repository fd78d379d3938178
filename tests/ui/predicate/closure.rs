use actix_web::get;
use cors_actix::cors;

#[cors(origins = predicate(|_, _| true))]
#[get("/")]
async fn list() -> &'static str {
    "list"
}

fn main() {}

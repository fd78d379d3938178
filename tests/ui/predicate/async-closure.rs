use actix_web::get;
use cors_actix::cors;

#[cors(origins = async_predicate(async |_, _| true))]
#[get("/")]
async fn list() -> &'static str {
    "list"
}

fn main() {}

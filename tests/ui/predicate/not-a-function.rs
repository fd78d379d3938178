use actix_web::get;
use cors_actix::cors;

const IS_PREVIEW: bool = true;

#[cors(origins = predicate(IS_PREVIEW))]
#[get("/")]
async fn list() -> &'static str {
    "list"
}

fn main() {}

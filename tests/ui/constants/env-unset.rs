use actix_web::get;
use cors_actix::cors;

#[cors(origins = [env!("CORS_TESTS_NEVER_SET")])]
#[get("/")]
async fn list() -> &'static str {
    "list"
}

fn main() {}

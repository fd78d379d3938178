use actix_web::get;
use cors_actix::cors;

#[cors(origins = ["null"], dangerously_allow = ["null_origins"])]
#[get("/")]
async fn list() -> &'static str {
    "list"
}

fn main() {}

use actix_web::get;
use cors_actix::cors;

#[cors(origins = ["null"], dangerously_allow = ["null_origin", "null_origin"])]
#[get("/")]
async fn list() -> &'static str {
    "list"
}

fn main() {}

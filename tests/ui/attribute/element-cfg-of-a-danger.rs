use actix_web::get;
use cors_actix::cors;

#[cors(origins = ["null"], dangerously_allow = [#[cfg(debug_assertions)] "null_origin"])]
#[get("/")]
async fn list() -> &'static str {
    "list"
}

fn main() {}

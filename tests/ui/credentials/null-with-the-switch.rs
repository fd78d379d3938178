use actix_web::get;
use cors_actix::cors;

#[cors(origins = ["null"], credentials = true, dangerously_allow = ["null_origin"])]
#[get("/")]
async fn list() -> &'static str {
    "list"
}

fn main() {}

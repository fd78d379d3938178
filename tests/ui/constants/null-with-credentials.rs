use actix_web::get;
use cors_actix::cors;

const APP: &str = "null";

#[cors(origins = [APP], credentials = true, dangerously_allow = ["null_origin"])]
#[get("/")]
async fn list() -> &'static str {
    "list"
}

fn main() {}

use actix_web::get;
use cors_actix::cors;

#[cors(origins = ["*"], credentials = true, dangerously_allow = ["insecure_origins"])]
#[get("/")]
async fn list() -> &'static str {
    "list"
}

fn main() {}

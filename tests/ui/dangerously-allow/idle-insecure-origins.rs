use actix_web::get;
use cors_actix::cors;

#[cors(origins = ["http://app.example.com"], dangerously_allow = ["insecure_origins"])]
#[get("/")]
async fn list() -> &'static str {
    "list"
}

fn main() {}

use actix_web::get;
use cors_actix::cors;

#[cors(origins = ["http://[fe80::1%25eth0]"])]
#[get("/")]
async fn list() -> &'static str {
    "list"
}

fn main() {}

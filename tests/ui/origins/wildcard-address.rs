use actix_web::get;
use cors_actix::cors;

#[cors(origins = ["http://*.127.0.0.1", "http://*.[::1]:3000"])]
#[get("/")]
async fn list() -> &'static str {
    "list"
}

fn main() {}

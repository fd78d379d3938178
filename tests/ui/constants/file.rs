use actix_web::get;
use cors_actix::cors;

const APP: &str = "file://";

#[cors(origins = ["https://b.example", APP])]
#[get("/")]
async fn list() -> &'static str {
    "list"
}

fn main() {}

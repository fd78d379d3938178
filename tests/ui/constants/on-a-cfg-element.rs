use actix_web::get;
use cors_actix::cors;

const APP: &str = "https://app.example.com/";

#[cors(origins = ["https://b.example", #[cfg(not(any()))] APP])]
#[get("/")]
async fn list() -> &'static str {
    "list"
}

fn main() {}

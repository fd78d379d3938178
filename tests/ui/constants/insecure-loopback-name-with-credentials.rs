use actix_web::get;
use cors_actix::cors;

const APP: &str = "http://localhost.example.com";

#[cors(origins = [APP], credentials = true)]
#[get("/")]
async fn list() -> &'static str {
    "list"
}

fn main() {}

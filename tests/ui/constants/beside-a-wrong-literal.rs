use actix_web::get;
use cors_actix::cors;

const APP: &str = "https://app.example.com/";

// What the macro sees is reported first.
#[cors(origins = [APP, "https://b.example/"])]
#[get("/")]
async fn list() -> &'static str {
    "list"
}

fn main() {}

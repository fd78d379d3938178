use actix_web::get;
use cors_actix::cors;

#[cors(origins = [config::app])]
#[get("/")]
async fn lowercase_path() -> &'static str {
    "lowercase_path"
}

const APP: &str = "https://app.example.com";

#[cors(origins = [app])]
#[get("/")]
async fn lowercase_name() -> &'static str {
    "lowercase_name"
}

fn main() {}

use actix_web::get;
use cors_actix::cors;

#[cors(origins = ["https://app.example.com"], methods = ["*"])]
#[get("/")]
async fn star() -> &'static str {
    "star"
}

#[cors(origins = ["https://app.example.com"], methods = ["*", "GET"])]
#[get("/")]
async fn star_beside_others() -> &'static str {
    "star_beside_others"
}

fn main() {}

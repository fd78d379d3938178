use actix_web::get;
use cors_actix::cors;

#[cors(origin = ["https://a.example"]; origins = ["https://b.example"])]
#[get("/")]
async fn semicolon() -> &'static str {
    "semicolon"
}

#[cors(origin = ["https://a.example"] origins = ["https://b.example"])]
#[get("/")]
async fn no_sign() -> &'static str {
    "no_sign"
}

fn main() {}

use actix_web::get;
use cors_actix::cors;

#[cors(origins = ["HTTPS://app.example.com"])]
#[get("/")]
async fn uppercase_scheme() -> &'static str {
    "uppercase_scheme"
}

#[cors(origins = ["HTTPS://APP.EXAMPLE.COM:443/"])]
#[get("/")]
async fn uppercase_everything() -> &'static str {
    "uppercase_everything"
}

fn main() {}

use actix_web::get;
use cors_actix::cors;

#[cors(origins = ["https://app.example.com", "https://admin.example.com", "https://app.example.com"])]
#[get("/")]
async fn duplicate() -> &'static str {
    "duplicate"
}

#[cors(origins = ["*", "*"])]
#[get("/")]
async fn any_twice() -> &'static str {
    "any_twice"
}

fn main() {}

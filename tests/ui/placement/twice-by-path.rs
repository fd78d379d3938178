use actix_web::get;

#[cors_actix::cors(origins = ["https://app.example.com"])]
#[get("/")]
#[cors_actix::cors(origins = ["https://admin.example.com"])]
async fn list() -> &'static str {
    "list"
}

fn main() {}

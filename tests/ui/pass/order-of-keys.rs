use actix_web::get;
use cors_actix::cors;

#[cors(max_age = 600, credentials = true, origins = "https://app.example.com")]
#[get("/list")]
async fn list() -> &'static str {
    ""
}

fn main() {
    let _ = list;
}

use actix_web::get;
use cors_actix::cors;

#[cors(
    origins = [
        "https://app.example.com",
    ],
    credentials = true,
)]
#[get("/list")]
async fn list() -> &'static str {
    ""
}

fn main() {
    let _ = list;
}

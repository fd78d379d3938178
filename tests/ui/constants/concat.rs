use actix_web::get;
use cors_actix::cors;

#[cors(origins = [concat!("https://", "app.example.com")])]
#[get("/")]
async fn list() -> &'static str {
    "list"
}

fn main() {}

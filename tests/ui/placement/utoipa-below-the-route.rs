use actix_web::get;
use cors_actix::cors;

#[cors(origins = ["https://app.example.com"])]
#[get("/")]
#[::utoipa::path(get, path = "/", responses((status = 200)))]
async fn list() -> &'static str {
    "list"
}

fn main() {}

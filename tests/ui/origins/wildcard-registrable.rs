use actix_web::get;
use cors_actix::cors;

#[cors(origins = ["https://*example.com", "https://*--site.netlify.app"])]
#[get("/")]
async fn list() -> &'static str {
    "list"
}

fn main() {}

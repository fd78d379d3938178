use actix_web::get;
use cors_actix::cors;

static PARTNERS: &str = "https://app.example.com";

#[cors(policy = PARTNERS)]
#[get("/")]
async fn list() -> &'static str {
    "list"
}

fn main() {}

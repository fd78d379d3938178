use actix_web::get;
use cors_actix::cors;

const TOKEN: &str = "x-token";

#[cors(origins = "*", allow_headers = [TOKEN])]
#[get("/")]
async fn list() -> &'static str {
    "list"
}

fn main() {}

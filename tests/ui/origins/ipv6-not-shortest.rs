use actix_web::get;
use cors_actix::cors;

#[cors(origins = ["http://[0:0:0:0:0:0:0:1]:8080", "http://[2001:DB8::1]"])]
#[get("/")]
async fn list() -> &'static str {
    "list"
}

fn main() {}

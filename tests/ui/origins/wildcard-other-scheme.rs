use actix_web::get;
use cors_actix::cors;

#[cors(origins = [
    "moz-extension://*",
    "chrome-extension://a*",
    "app://*.",
    "app://a.*.b:8443",
])]
#[get("/")]
async fn list() -> &'static str {
    "list"
}

fn main() {}

use actix_web::route;
use cors_actix::cors;

#[cors(origins = ["https://app.example.com"])]
#[route("/list", method = "GET", method = "GET")]
async fn list() -> &'static str {
    ""
}

fn main() {
    let _ = list;
}

use actix_web::get;
use cors_actix::cors;

#[cors(origins = ["https://app.example.com"], expose_headers = ["Origin", "access-control-request-method"])]
#[get("/")]
async fn list() -> &'static str {
    "list"
}

fn main() {}

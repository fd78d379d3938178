use actix_web::get;
use cors_actix::cors;

#[cors(origins = ["http://192.168.0.10:8080"], credentials = true)]
#[get("/")]
async fn list() -> &'static str {
    "list"
}

fn main() {}

use actix_web::get;
use cors_actix::cors;

#[cors(origins = ["https://app.example.com"])]
#[get("/list")]
async fn list() {}

fn main() {
    let _ = list;
}

use actix_web::routes;
use cors_actix::cors;

#[cors(origins = ["https://app.example.com"], methods = ["POST"])]
#[routes]
#[get("/list")]
#[post("/list")]
#[get("/all")]
async fn list() -> &'static str {
    ""
}

fn main() {
    let _ = list;
}

use actix_web::get;
use cors_actix::cors;

#[cors(origins = [config::APP])]
#[get("/")]
async fn list() -> &'static str {
    "list"
}

fn main() {}

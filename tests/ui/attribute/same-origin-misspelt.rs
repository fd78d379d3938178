use actix_web::get;
use cors_actix::cors;

#[cors(same_orgin)]
#[get("/")]
async fn list() -> &'static str {
    "list"
}

fn main() {}

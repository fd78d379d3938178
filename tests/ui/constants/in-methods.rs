use actix_web::get;
use cors_actix::cors;

mod config {
    pub(super) const METHOD: &str = "GET";
}

#[cors(origins = "*", methods = [config::METHOD])]
#[get("/")]
async fn list() -> &'static str {
    "list"
}

fn main() {}

use std::sync::LazyLock;

use actix_web::get;
use cors_actix::cors;

static APP: LazyLock<String> = LazyLock::new(String::new);

#[cors(origins = ["https://b.example", APP])]
#[get("/")]
async fn list() -> &'static str {
    "list"
}

fn main() {}

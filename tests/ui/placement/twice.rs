use actix_web::get;
use cors_actix::cors;

mod twice {
    use super::*;

    #[cors(origins = ["https://app.example.com"])]
    #[cors(origins = ["https://admin.example.com"])]
    #[get("/")]
    async fn list() -> &'static str {
        "list"
    }
}

mod twice_by_path {
    use super::*;

    #[cors_actix::cors(origins = ["https://app.example.com"])]
    #[get("/")]
    #[cors_actix::cors(origins = ["https://admin.example.com"])]
    async fn list() -> &'static str {
        "list"
    }
}

fn main() {}

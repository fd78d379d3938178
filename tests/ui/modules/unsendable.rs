use cors_actix::cors;

#[cors(origins = ["https://app.example.com"])]
mod api {
    use actix_web::{get, trace};

    #[trace("/list")]
    async fn traced() -> &'static str {
        "traced"
    }

    #[get("/list")]
    async fn list() -> &'static str {
        "list"
    }
}

fn main() {}

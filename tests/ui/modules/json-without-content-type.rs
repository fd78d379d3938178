use cors_actix::cors;

#[cors(origins = "https://a.example", allow_headers = ["x-token"])]
mod api {
    use actix_web::{put, web};

    #[put("/")]
    async fn save(_: web::Json<u8>) -> &'static str {
        ""
    }
}

fn main() {}

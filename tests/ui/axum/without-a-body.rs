use cors_axum::cors;

trait Users {
    #[cors(origins = ["https://app.example.com"])]
    async fn list() -> &'static str;
}

fn main() {}

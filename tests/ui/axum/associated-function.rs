use cors_axum::cors;

struct Users;

impl Users {
    const LIST: &'static str = "list";

    #[cors(origins = ["https://app.example.com"])]
    async fn list() -> &'static str {
        Self::LIST
    }
}

fn main() {}

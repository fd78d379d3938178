use cors_axum::cors;

struct Users;

impl Users {
    #[cors(origins = ["https://app.example.com"])]
    async fn list(&self) -> &'static str {
        "list"
    }
}

fn main() {}

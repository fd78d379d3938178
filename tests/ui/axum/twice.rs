use cors_axum::cors;

#[cors(origins = ["https://app.example.com"])]
#[cors(origins = "*")]
async fn list() -> &'static str {
    "list"
}

fn main() {}

use cors_axum::cors;

#[cors(origins = ["https://app.example.com"])]
async fn list(body: impl Into<String>) -> String {
    body.into()
}

fn main() {}

use axum::extract::Query;
use cors_axum::cors;

#[cors(origins = ["https://app.example.com"])]
async fn list(body: impl Into<String>) -> String {
    body.into()
}

#[cors(origins = ["https://app.example.com"])]
async fn within(Query(page): Query<impl ToString>) -> String {
    page.to_string()
}

fn main() {}

use axum::extract::State;
use cors_axum::cors;

trait Store: Clone + Send + Sync + 'static {}

#[cors(origins = ["https://app.example.com"])]
async fn list<S: Store>(State(_store): State<S>) -> &'static str {
    "list"
}

fn main() {}

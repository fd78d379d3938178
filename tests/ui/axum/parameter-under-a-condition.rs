use axum::extract::Path;
use cors_axum::cors;

#[cors(origins = ["https://app.example.com"])]
async fn show(#[cfg(unix)] Path(id): Path<u64>, body: String) -> String {
    format!("{id} {body}")
}

fn main() {}

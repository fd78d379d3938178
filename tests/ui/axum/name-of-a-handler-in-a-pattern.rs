use cors_axum::cors;

#[cors(origins = ["https://app.example.com"])]
async fn list() -> &'static str {
    "list"
}

fn main() {
    let list = list();
    drop(list);
}

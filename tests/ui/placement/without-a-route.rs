use cors_actix::cors;

#[cors(origins = ["https://app.example.com"])]
async fn list() -> &'static str {
    "list"
}

fn main() {
    let _ = list();
}

use cors_axum::cors;

#[cors(origins = ["https://app.example.com"])]
async fn list<'a>() -> &'a str {
    "list"
}

#[cors(origins = ["https://app.example.com"])]
async fn both<'a, T: Into<String>>(body: T) -> &'a str {
    let _: String = body.into();
    "both"
}

fn main() {}

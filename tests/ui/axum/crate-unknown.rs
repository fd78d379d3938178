use cors_axum::cors;

#[cors(origins = ["https://app.example.com"], crate = ::cors_acksum)]
async fn list() -> &'static str {
    "list"
}

#[cors(origins = ["https://app.example.com"], crate = crate::reexport)]
async fn show(_: axum::http::HeaderMap) -> &'static str {
    "show"
}

fn main() {}

use cors_axum::cors;

#[cors(origins = ["https://app.example.com"])]
#[axum_typed_routing::route(GET "/users")]
async fn list() -> &'static str {
    "list"
}

fn main() {}

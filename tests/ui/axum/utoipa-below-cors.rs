use cors_axum::cors;

#[cors(origins = ["https://app.example.com"])]
#[utoipa::path(get, path = "/users", responses((status = 200)))]
async fn list() -> &'static str {
    "list"
}

fn main() {}

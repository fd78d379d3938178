use cors_actix::cors;

#[cors(origins = ["https://app.example.com"])]
#[get("/")]
async fn list() -> &'static str {
    "list"
}

#[cors(origins = ["https://app.example.com"])]
#[actix_web::routes]
#[get("/users")]
#[put("/users")]
async fn users() -> &'static str {
    "users"
}

#[cors(origins = ["https://app.example.com"])]
#[actix::get("/")]
async fn by_path() -> &'static str {
    "by_path"
}

fn main() {}

use actix_web::get;
use cors_actix::cors;

#[cors(origins = [
    "^https://app\\.example\\.com$",
    "https://.*\\.example\\.com",
    r"https://\w+\.example\.com",
    "/https:\\/\\/app.example.com/",
])]
#[get("/")]
async fn list() -> &'static str {
    "list"
}

fn main() {}

use cors_actix::cors;

#[cors(origins = ["https://app.example.com"], methods = ["TRACE"])]
#[actix_web::trace("/list")]
async fn list() -> &'static str {
    "list"
}

fn main() {}

use actix_web::get;
use cors_actix::cors;

#[cors(origins = ["https://app.example.com", "https://admin.example.com", "https://app.example.com"])]
#[get("/")]
async fn duplicate() -> &'static str {
    "duplicate"
}

#[cors(origins = ["*", "*"])]
#[get("/")]
async fn any_twice() -> &'static str {
    "any_twice"
}

#[cors(
    origins = [#[cfg(unix)] "https://app.example.com", #[cfg(windows)] "https://app.example.com"],
    allow_headers = ["x-token", #[cfg(unix)] "X-Token"],
)]
#[get("/")]
async fn under_other_conditions() -> &'static str {
    "under_other_conditions"
}

fn main() {}

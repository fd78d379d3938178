use actix_web::get;
use cors_actix::cors;

#[cors(
    /// production
    origins = [
        /// the app
        "https://app.example.com/",
        "https://admin.example.com", /// the admin
    ],
    max_age = /** ten minutes */ "10m", /// as Safari does
)]
#[get("/")]
async fn list() -> &'static str {
    "list"
}

fn main() {}

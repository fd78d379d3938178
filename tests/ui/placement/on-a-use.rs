use cors_actix::cors;

#[cors(origins = ["https://app.example.com"])]
pub use actix_web::get;

fn main() {}

use actix_web::get;
use cors_actix::cors;

mod reexport {
    pub use cors_actix::*;
}

#[cors(origins = ["https://app.example.com"], crate = ::cors_actix)]
#[get("/list")]
async fn list() -> &'static str {
    ""
}

#[cors(origins = ["https://app.example.com"], crate = crate::reexport)]
#[get("/show")]
async fn show() -> &'static str {
    ""
}

fn main() {
    let _ = list;
    let _ = show;
}

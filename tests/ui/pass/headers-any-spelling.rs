use actix_web::get;
use cors_actix::cors;

#[cors(origins = ["https://app.example.com"], allow_headers = ["X-HTTP-Method-Override", "Secret", "Sector-7", "Proxying", "x_under.score!#$%&'+^`|~9"])]
#[get("/list")]
async fn list() -> &'static str {
    ""
}

#[cors(origins = ["https://app.example.com"], allow_headers = ["accept", "content-type"])]
#[get("/show")]
async fn show() -> &'static str {
    ""
}

fn main() {
    let _ = list;
    let _ = show;
}

use actix_web::get;
use cors_actix::cors;

#[cors(origins = ["*"], credentials = true)]
#[get("/")]
async fn any_origin() -> &'static str {
    "any_origin"
}

#[cors(origins = "*", credentials = true)]
#[get("/")]
async fn any_origin_as_string() -> &'static str {
    "any_origin_as_string"
}

#[cors(origins = ["*", "https://app.example.com"], credentials = true)]
#[get("/")]
async fn any_origin_beside_others() -> &'static str {
    "any_origin_beside_others"
}

fn main() {}

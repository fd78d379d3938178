use actix_web::get;
use cors_actix::cors;

#[cors(
    origins = "*",
    methods = ["POST"],
    allow_headers = ["*"],
    expose_headers = ["*"],
    credentials = true,
    max_age = "10",
    dangerously_allow = ["null_origin"],
)]
#[get("/")]
async fn list() -> &'static str {
    "list"
}

fn main() {}

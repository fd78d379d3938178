use actix_web::get;
use cors_actix::cors;

const APP: Option<&str> = option_env!("APP_ORIGIN");

#[cors(origins = [APP])]
#[get("/")]
async fn list() -> &'static str {
    "list"
}

fn main() {}

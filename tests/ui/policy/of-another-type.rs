use actix_web::get;
use cors_actix::cors;

static PARTNERS: &str = "https://app.example.com";

#[cors(policy = PARTNERS)]
#[get("/")]
async fn of_another_type() -> &'static str {
    "of_another_type"
}

fn partners() -> &'static str {
    "https://app.example.com"
}

#[cors(policy = partners)]
#[get("/")]
async fn function_of_another_type() -> &'static str {
    "function_of_another_type"
}

fn main() {}

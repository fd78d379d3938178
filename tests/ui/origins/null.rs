use actix_web::get;
use cors_actix::cors;

#[cors(origins = ["null"])]
#[get("/")]
async fn null() -> &'static str {
    "null"
}

#[cors(origins = ["NULL"])]
#[get("/")]
async fn null_uppercase() -> &'static str {
    "null_uppercase"
}

fn main() {}

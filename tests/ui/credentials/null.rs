use actix_web::get;
use cors_actix::cors;

#[cors(origins = ["null"], credentials = true)]
#[get("/")]
async fn null() -> &'static str {
    "null"
}

#[cors(origins = ["null"], credentials = true, dangerously_allow = ["null_origin"])]
#[get("/")]
async fn null_with_the_switch() -> &'static str {
    "null_with_the_switch"
}

fn main() {}

use actix_web::get;
use cors_actix::cors;

#[cors(origins = ["https://app.example.com"], origins = ["https://admin.example.com"])]
#[get("/")]
async fn twice() -> &'static str {
    "twice"
}

#[cors(origins = ["https://app.example.com"], crate = ::cors_actix, crate = ::cors_actix)]
#[get("/")]
async fn twice_crate() -> &'static str {
    "twice_crate"
}

#[cors(origins = ["https://app.example.com"], credentials = true, credentials = false)]
#[get("/")]
async fn twice_credentials() -> &'static str {
    "twice_credentials"
}

#[cors(same_origin, same_origin)]
#[get("/")]
async fn same_origin_twice() -> &'static str {
    "same_origin_twice"
}

fn main() {}

use actix_web::{get, post, web};
use cors_actix::cors;

// Two slips in each: the name, and the value.
#[cors(allowed_origins = ["https://app.example.com/"])]
#[get("/origin")]
async fn origin() -> &'static str {
    ""
}

#[cors(origins = "*", allowed_methods = ["get"], supports_credentials = true)]
#[get("/method")]
async fn method() -> &'static str {
    ""
}

// The same key under two names.
#[cors(origins = "*", max_age = 60, maxage = 60)]
#[get("/twice")]
async fn twice() -> &'static str {
    ""
}

#[cors(maxage = 60, origins = "*", max_age = 60)]
#[get("/after")]
async fn after() -> &'static str {
    ""
}

#[cors(origins = "*", headers = ["x-a"], request_headers = ["x-b"])]
#[get("/others")]
async fn others() -> &'static str {
    ""
}

// The route takes what is meant, and its value is read.
#[cors(polcy = PARTNERS)]
#[post("/policy")]
async fn policy(names: web::Json<String>) -> String {
    names.into_inner()
}

#[cors(same_orign)]
#[post("/own")]
async fn own(names: web::Json<String>) -> String {
    names.into_inner()
}

fn main() {}

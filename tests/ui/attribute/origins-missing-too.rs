use actix_web::get;
use cors_actix::cors;

#[cors(credentials)]
#[get("/credentials")]
async fn credentials() -> &'static str {
    "credentials"
}

#[cors(enforce)]
#[get("/enforce")]
async fn enforce() -> &'static str {
    "enforce"
}

#[cors(max_age = ?)]
#[get("/max-age")]
async fn max_age() -> &'static str {
    "max_age"
}

// It is not missing here.
#[cors(credentials = true origins = ["https://app.example.com/"]; max_age = 100_000)]
#[get("/comma")]
async fn comma() -> &'static str {
    "comma"
}

#[cors(credentials origins = "https://app.example.com")]
#[get("/value-and-comma")]
async fn value_and_comma() -> &'static str {
    "value_and_comma"
}

fn main() {}

use actix_web::get;
use cors_actix::cors;

#[cors(origins = predicate(|_, _| true))]
#[get("/")]
async fn closure() -> &'static str {
    "closure"
}

#[cors(origins = async_predicate(async |_, _| true))]
#[get("/")]
async fn async_closure() -> &'static str {
    "async_closure"
}

#[cors(origins = predicate())]
#[get("/")]
async fn no_function() -> &'static str {
    "no_function"
}

#[cors(origins = predicate("is_preview"))]
#[get("/")]
async fn string() -> &'static str {
    "string"
}

fn main() {}

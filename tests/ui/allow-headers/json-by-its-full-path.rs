use actix_web::put;
use cors_actix::cors;

#[cors(origins = ["https://app.example.com"])]
#[put("/")]
async fn replace(body: actix_web::web::Json<String>) -> String {
    body.into_inner()
}

fn main() {}

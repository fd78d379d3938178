use actix_web::get;
use cors_actix::cors;

#[cors(origins => ["https://app.example.com"], credentials == true)]
#[get("/")]
async fn signs() -> &'static str {
    "signs"
}

#[cors(origins = ["https://app.example.com/",, "https://admin.example.com/", ?])]
#[get("/list")]
async fn list() -> &'static str {
    "list"
}

#[cors(origins = ["https://app.example.com"] + ["https://admin.example.com"], credentials = !, allow_headers = ?)]
#[get("/value")]
async fn value() -> &'static str {
    "value"
}

fn main() {}

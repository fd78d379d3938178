use actix_web::get;
use cors_actix::cors;

#[cors(
    origins = ["https://app.example.com", #[cfg(debug_assertions)] "http://localhost:5173"],
    allow_headers = [#[cfg(not(debug_assertions))] "x-token", "x-trace"],
    expose_headers = [#[cfg(debug_assertions)] "x-debug"],
    methods = [#[cfg(debug_assertions)] "GET"],
)]
#[get("/list")]
async fn list() -> &'static str {
    ""
}

#[cors(origins = [#[cfg(not(debug_assertions))] #[cfg(unix)] "*"])]
#[get("/show")]
async fn show() -> &'static str {
    ""
}

#[cors(origins = [#[cfg(any())] "https://app.example.com"])]
#[get("/update")]
async fn update() -> &'static str {
    ""
}

fn main() {
    let _ = list;
    let _ = show;
    let _ = update;
}

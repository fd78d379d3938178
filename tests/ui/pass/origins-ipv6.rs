use actix_web::get;
use cors_actix::cors;

#[cors(origins = ["http://[::1]", "http://[::1]:8080", "https://[2001:db8::a]:8443"])]
#[get("/list")]
async fn list() -> &'static str {
    ""
}

#[cors(origins = ["https://[2001:db8:0:1:1:1:1:1]"])]
#[get("/show")]
async fn show() -> &'static str {
    ""
}

fn main() {
    let _ = list;
    let _ = show;
}

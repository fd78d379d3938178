use actix_web::get;
use cors_actix::cors;

#[cors(origins = ["tauri://localhost", "capacitor://localhost", "com.example.app://host", "web+x-1.0://host"])]
#[get("/list")]
async fn list() -> &'static str {
    ""
}

#[cors(origins = ["chrome-extension://abcdefghijklmnopabcdefghijklmnop", "moz-extension://2c127fa4-62c7-7e4f-90e5-472b45eecfdc"])]
#[get("/show")]
async fn show() -> &'static str {
    ""
}

fn main() {
    let _ = list;
    let _ = show;
}

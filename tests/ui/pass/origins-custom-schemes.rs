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

// The hosts of these schemes are no names of the DNS.
#[cors(
    origins = [
        "safari-web-extension://140BB581-A2C0-4C8A-9E0B-7C1C0D3A2B11",
        "vscode-webview://0ABC{d},'e'%20",
        "app://.",
        "app://-:*",
        "app://${a}$",
        "app://*.a.example",
    ],
)]
#[get("/opaque")]
async fn opaque() -> &'static str {
    ""
}

const APP: &str = "app://A.b";

#[cors(origins = [APP])]
#[get("/constant")]
async fn constant() -> &'static str {
    ""
}

fn main() {
    let _ = list;
    let _ = show;
    let _ = opaque;
    let _ = constant;
}

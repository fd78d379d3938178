use actix_web::get;
use cors_actix::cors;

#[cors(origins = [
    "app://a^b",
    "vscode-webview://<id>",
])]
#[get("/")]
async fn list() -> &'static str {
    "list"
}

fn main() {}

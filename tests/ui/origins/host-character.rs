use actix_web::get;
use cors_actix::cors;

#[cors(origins = [
    "https://app.exa!mple.com",
    "app://a^b",
    "vscode-webview://<id>",
    "https://<your-domain>",
    "https://example%2ecom",
])]
#[get("/")]
async fn list() -> &'static str {
    "list"
}

fn main() {}

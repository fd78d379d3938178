use actix_web::get;
use cors_actix::cors;

#[cors(origins = ["null", "https://*.github.io"], dangerously_allow = [null_origin, "public_suffix_wildcards"])]
#[get("/")]
async fn list() -> &'static str {
    "list"
}

#[cors(origins = ["http://app.example.com"], credentials = true, dangerously_allow = true)]
#[get("/switch")]
async fn switch() -> &'static str {
    "switch"
}

fn main() {}

use actix_web::get;
use cors_actix::cors;

#[cors(origins = ["http://app.example.com"], credentials = true, dangerously_allow = ["insecure_origins"])]
#[get("/list")]
async fn list() -> &'static str {
    ""
}

#[cors(origins = ["https://*.github.io"], dangerously_allow = ["public_suffix_wildcards"])]
#[get("/show")]
async fn show() -> &'static str {
    ""
}

#[cors(origins = ["null"], dangerously_allow = "null_origin")]
#[get("/update")]
async fn update() -> &'static str {
    ""
}

#[cors(
    origins = ["http://*.com"],
    credentials = true,
    dangerously_allow = ["insecure_origins", "public_suffix_wildcards"],
)]
#[get("/remove")]
async fn remove() -> &'static str {
    ""
}

fn main() {
    let _ = list;
    let _ = show;
    let _ = update;
    let _ = remove;
}

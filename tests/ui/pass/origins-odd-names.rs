use actix_web::get;
use cors_actix::cors;

#[cors(origins = ["https://com", "http://intranet", "https://3com.com", "http://my_host.example.com"])]
#[get("/list")]
async fn list() -> &'static str {
    ""
}

#[cors(origins = ["https://r3---sn-apo3qvuoxuxbt-j5pe.example.com", "https://aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.com"])]
#[get("/show")]
async fn show() -> &'static str {
    ""
}

#[cors(origins = ["https://foo-.example.com", "https://-a-.-b.example.com.", "https://*.foo-.example.com"])]
#[get("/hyphens")]
async fn hyphens() -> &'static str {
    ""
}

fn main() {
    let _ = list;
    let _ = show;
    let _ = hyphens;
}

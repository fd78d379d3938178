use actix_web::get;
use cors_actix::cors;

// The danger is needed by what was meant.
#[cors(allow_origin = "http://intranet.example", allow_credentials = true, dangerously_allow = ["insecure_origins"])]
#[get("/one")]
async fn one() -> &'static str {
    ""
}

// The origins that are meant are not known.
#[cors(allow_origin_regex = "http://.*", credentials = true, dangerously_allow = ["insecure_origins"])]
#[get("/two")]
async fn two() -> &'static str {
    ""
}

#[cors(origins = ["http://intranet.example"], credentials = true, dangerous = ["insecure_origins"])]
#[get("/three")]
async fn three() -> &'static str {
    ""
}

fn main() {}

use actix_web::{get, web};
use cors_actix::{Policy, cors, policy};

#[cors(origins = std::env::var("APP_ORIGIN").unwrap())]
#[get("/list")]
async fn list() -> &'static str {
    "list"
}

// Nothing more is said of `credentials` and of dangers, which depend on the origins.
#[cors(origins = app_origins(), credentials = true, dangerously_allow = ["insecure_origins"])]
#[get("/show")]
async fn show() -> &'static str {
    "show"
}

static PARTNERS: Policy = policy!(origins = dotenv!("APP_ORIGINS"));

#[cors(origins = ["https://app.example.com"], allow_headers = [std::env::var("TOKEN_HEADER").unwrap(), "content-type"])]
#[get("/update")]
async fn update(names: web::Json<String>) -> String {
    names.into_inner()
}

// A constant would be right.
#[cors(origins = concat!("https://", "app.example.com"))]
#[get("/create")]
async fn create() -> &'static str {
    "create"
}

fn main() {
    let _ = PARTNERS;
}

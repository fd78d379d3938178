use actix_web::get;
use cors_actix::{Policy, cors, policy};

#[cors(orgins = ["https://app.example.com"])]
#[get("/")]
async fn misspelt() -> &'static str {
    "misspelt"
}

#[cors(origins = ["https://app.example.com"], credentails = true)]
#[get("/")]
async fn misspelt_credentials() -> &'static str {
    "misspelt_credentials"
}

#[cors(Origins = ["https://app.example.com"])]
#[get("/")]
async fn uppercase() -> &'static str {
    "uppercase"
}

#[cors(origins = ["https://app.example.com"], max-age = 600)]
#[get("/")]
async fn kebab_case() -> &'static str {
    "kebab_case"
}

#[cors(origins = ["https://app.example.com"], cred)]
#[get("/")]
async fn half_typed_key() -> &'static str {
    "half_typed_key"
}

#[cors(same_orgin)]
#[get("/")]
async fn same_origin_misspelt() -> &'static str {
    "same_origin_misspelt"
}

#[cors(origins = ["https://app.example.com"], allow_credentials = true)]
#[get("/")]
async fn allow_credentials() -> &'static str {
    "allow_credentials"
}

#[cors(allow_origin = "https://app.example.com")]
#[get("/")]
async fn allow_origin() -> &'static str {
    "allow_origin"
}

#[cors(origins = ["https://app.example.com"], allowed_methods = ["GET"])]
#[get("/")]
async fn allowed_methods() -> &'static str {
    "allowed_methods"
}

#[cors(allowed_origins = ["https://app.example.com"])]
#[get("/")]
async fn allowed_origins() -> &'static str {
    "allowed_origins"
}

#[cors(origins = ["https://app.example.com"], cache_max_age = 600)]
#[get("/")]
async fn cache_max_age() -> &'static str {
    "cache_max_age"
}

#[cors(origins = ["https://app.example.com"], expose = "etag")]
#[get("/")]
async fn expose() -> &'static str {
    "expose"
}

#[cors(origins = ["https://app.example.com"], exposed_headers = ["etag"])]
#[get("/")]
async fn exposed_headers() -> &'static str {
    "exposed_headers"
}

#[cors(origins = ["https://app.example.com"], max_age_seconds = 600)]
#[get("/")]
async fn max_age_seconds() -> &'static str {
    "max_age_seconds"
}

#[cors(permissive)]
#[get("/word")]
async fn word() -> &'static str {
    ""
}

#[cors(permissive = true)]
#[get("/switch")]
async fn switch() -> &'static str {
    ""
}

static ALL: Policy = policy!(permissive, max_age = 60);

#[cors(origins = ["https://app.example.com"], preflight_max_age = 600)]
#[get("/")]
async fn preflight_max_age() -> &'static str {
    "preflight_max_age"
}

#[cors(origins = ["https://app.example.com"], supports_credentials = true)]
#[get("/")]
async fn supports_credentials() -> &'static str {
    "supports_credentials"
}

fn main() {
    let _ = ALL;
}

// `origins` and `dangerously_allow` go together, from modules and from other policies.
use cors_actix::{Policy, cors, policy};

const APP: &str = "http://intranet.example";
const BASE: Policy = policy!(origins = [APP], credentials = true, dangerously_allow = ["insecure_origins"]);

// Both are inherited.
static LONGER: Policy = policy!(..BASE, max_age = 60);
// New origins bring what they need.
static OTHER: Policy = policy!(..BASE, origins = "http://b.example", dangerously_allow = ["insecure_origins"]);
static SECURE: Policy = policy!(..BASE, origins = ["https://app.example.com"]);
// Alone it is for the origins that are inherited.
static FEWER: Policy = policy!(..BASE, credentials = false, dangerously_allow = []);

#[cors(origins = ["http://intranet.example"], credentials = true, dangerously_allow = ["insecure_origins"])]
mod api {
    use actix_web::get;
    use cors_actix::cors;

    #[get("/both")]
    pub(super) async fn both() -> &'static str {
        ""
    }

    #[cors(origins = "null", credentials = false, dangerously_allow = ["null_origin"])]
    #[get("/own")]
    pub(super) async fn own() -> &'static str {
        ""
    }

    // A danger of the module may be idle on a handler that has its origins from there, too.
    #[cors(credentials = false)]
    #[get("/idle")]
    pub(super) async fn idle() -> &'static str {
        ""
    }

    #[cors(dangerously_allow = ["insecure_origins"], max_age = 60)]
    pub(super) mod inner {
        #[actix_web::get("/inner")]
        pub async fn inner() -> &'static str {
            ""
        }
    }
}

// An element that is left out of this build needs it as well as one that is not.
#[cors(
    origins = ["https://app.example.com", #[cfg(any())] "http://intranet.example"],
    credentials = true,
    dangerously_allow = ["insecure_origins"],
)]
#[actix_web::get("/cfg")]
async fn conditional() -> &'static str {
    ""
}

// The value of a constant differs from build to build, but a pattern stands in the list itself.
#[cors(
    origins = ["https://*.github.io", APP],
    credentials = true,
    dangerously_allow = ["insecure_origins", "null_origin", "public_suffix_wildcards"],
)]
#[actix_web::get("/constant")]
async fn constant() -> &'static str {
    ""
}

fn main() {
    let _ = [&LONGER, &OTHER, &SECURE, &FEWER];
    let _ = (api::both, api::own, api::idle, api::inner::inner, conditional, constant);
}

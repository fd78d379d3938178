// Origins by name are exact ones, and known while compiling.
use actix_web::get;
use cors_actix::{Policy, cors, inventory, policy};
use right_attributes::APP as FRIEND;

const APP: &str = "https://app.example.com";
const SAME_APP: &str = APP;
static STAGING: &str = concat!("https://staging", ".example.com");
#[cfg(any())]
const NOWHERE: &str = "";

mod config {
    pub(super) const LOCAL: &str = if cfg!(debug_assertions) { "http://localhost:5173" } else { "http://[::1]:8080" };
    pub(super) struct Config;

    impl Config {
        pub(super) const NULL: &'static str = "null";
        pub(super) const INSECURE: &'static str = "http://app.example.com";
    }
}

#[cors(origins = [APP, STAGING, config::LOCAL, ::right_attributes::APP, env!("CARGO_PKG_HOMEPAGE"), "https://*.example.org"])]
#[get("/")]
async fn list() -> &'static str {
    ""
}

#[cors(origins = r#APP, credentials = true)]
#[get("/alone")]
async fn alone() -> &'static str {
    ""
}

#[cors(origins = [
    #[cfg(any())] NOWHERE,
    #[cfg(not(any()))] APP,
    #[cfg(any())] env!("CORS_TESTS_NEVER_SET"),
])]
#[get("/cfg")]
async fn conditional() -> &'static str {
    ""
}

#[cors(origins = [config::Config::NULL], dangerously_allow = ["null_origin"])]
#[get("/null")]
async fn null() -> &'static str {
    ""
}

#[cors(origins = [config::Config::INSECURE], credentials = true, dangerously_allow = ["insecure_origins"])]
#[get("/insecure")]
async fn insecure() -> &'static str {
    ""
}

macro_rules! handler {
    ($name:ident, $path:literal, $($origin:expr),*) => {
        #[cors(origins = [$($origin),*], credentials = true)]
        #[get($path)]
        async fn $name() -> &'static str {
            $path
        }
    };
}

handler!(from_a_macro, "/from-a-macro", APP, "https://b.example", (config::LOCAL), env!("CARGO_PKG_HOMEPAGE"));

/// Equal values are one.
static FOLDED: Policy = policy!(origins = ["https://b.example", SAME_APP, FRIEND, APP, "https://app.example.com"]);

fn main() {
    println!("{}", inventory(&[&list, &alone, &conditional, &null, &insecure]));
    let _ = (from_a_macro, FOLDED.credentials());
}

use actix_web::get;
use cors_actix::{Policy, cors, policy};

mod bytes {
    use super::*;

    const APP: &[u8] = b"https://app.example.com";

    #[cors(origins = ["https://b.example", APP])]
    #[get("/")]
    async fn list() -> &'static str {
        "list"
    }
}

mod list {
    use super::*;

    const APP: [&str; 1] = ["https://app.example.com"];

    #[cors(origins = APP)]
    #[get("/")]
    async fn list() -> &'static str {
        "list"
    }
}

mod number {
    use super::*;

    const APP: u16 = 443;

    #[cors(origins = ["https://b.example", APP])]
    #[get("/")]
    async fn list() -> &'static str {
        "list"
    }
}

mod option {
    use super::*;

    const APP: Option<&str> = option_env!("APP_ORIGIN");

    #[cors(origins = [APP])]
    #[get("/")]
    async fn list() -> &'static str {
        "list"
    }
}

mod slice {
    use super::*;

    const APPS: &[&str] = &["https://app.example.com"];

    #[cors(origins = APPS)]
    #[get("/list")]
    async fn list() -> &'static str {
        "list"
    }

    #[cors(origins = ["https://b.example", APPS])]
    #[get("/show")]
    async fn show() -> &'static str {
        "show"
    }
}

mod slice_in_a_policy {
    use super::*;

    mod config {
        pub(super) static APPS: [&str; 2] = ["https://app.example.com", "https://b.example"];
    }

    static PARTNERS: Policy = policy!(origins = config::APPS, credentials = true);

    pub(super) fn main() {
        let _ = PARTNERS;
    }
}

fn main() {
    slice_in_a_policy::main();
}

use actix_web::get;
use cors_actix::cors;

mod any {
    use super::*;

    const APP: &str = "*";

    #[cors(origins = ["https://b.example", APP])]
    #[get("/")]
    async fn list() -> &'static str {
        "list"
    }
}

mod any_port {
    use super::*;

    const APP: &str = "http://localhost:*";

    #[cors(origins = ["https://b.example", APP])]
    #[get("/")]
    async fn list() -> &'static str {
        "list"
    }
}

mod subdomains {
    use super::*;

    const APP: &str = "https://*.example.com";

    #[cors(origins = ["https://b.example", APP])]
    #[get("/")]
    async fn list() -> &'static str {
        "list"
    }
}

fn main() {}

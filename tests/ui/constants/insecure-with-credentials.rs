use actix_web::get;
use cors_actix::cors;

mod insecure_with_credentials {
    use super::*;

    const APP: &str = "http://app.example.com";

    #[cors(origins = [APP], credentials = true)]
    #[get("/")]
    async fn list() -> &'static str {
        "list"
    }
}

mod insecure_loopback_name_with_credentials {
    use super::*;

    const APP: &str = "http://localhost.example.com";

    #[cors(origins = [APP], credentials = true)]
    #[get("/")]
    async fn list() -> &'static str {
        "list"
    }
}

fn main() {}

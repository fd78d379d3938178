use cors_actix::cors;

#[cors(origins = ["http://intranet.example"], credentials = true, dangerously_allow = ["insecure_origins"])]
mod api {
    use actix_web::get;
    use cors_actix::cors;

    #[cors(origins = ["http://other.example"])]
    #[get("/handler")]
    pub async fn of_the_handler() -> &'static str {
        ""
    }

    const OTHER: &str = "http://constant.example";

    #[cors(origins = [OTHER])]
    #[get("/constant")]
    pub async fn of_a_constant() -> &'static str {
        ""
    }

    // The same for an inner module, whose routes inherit from both.
    #[cors(origins = ["http://inner.example"])]
    mod inner {
        use actix_web::get;

        #[get("/module")]
        pub async fn of_the_module() -> &'static str {
            ""
        }
    }

    // Dangers that are written alone take the place of the module's.
    #[cors(dangerously_allow = [])]
    #[get("/alone")]
    pub async fn alone() -> &'static str {
        ""
    }
}

fn main() {}

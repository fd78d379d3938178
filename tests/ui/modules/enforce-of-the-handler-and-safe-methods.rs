#[cors_actix::cors(origins = ["https://app.example.com"])]
mod api {
    use actix_web::get;
    use cors_actix::cors;

    #[cors(enforce = "unsafe_methods")]
    #[get("/users")]
    async fn list() -> &'static str {
        ""
    }

    #[cors_actix::cors(same_origin)]
    mod own {
        use actix_web::get;
        use cors_actix::cors;

        #[cors(enforce = "unsafe_methods")]
        #[get("/session")]
        async fn session() -> &'static str {
            ""
        }
    }

    #[cors_actix::cors(enforce = "unsafe_methods")]
    mod enforced {
        use actix_web::get;
        use cors_actix::cors;

        #[cors(enforce = "unsafe_methods")]
        #[get("/again")]
        async fn again() -> &'static str {
            ""
        }
    }
}

fn main() {}

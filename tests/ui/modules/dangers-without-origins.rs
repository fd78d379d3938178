use cors_actix::cors;

#[cors(dangerously_allow = ["insecure_origins"], credentials = true)]
mod api {
    use actix_web::get;
    use cors_actix::cors;

    // Nothing more is said here.
    #[cors(origins = ["http://intranet.example"])]
    #[get("/")]
    pub async fn list() -> &'static str {
        ""
    }
}

#[cors(policy = PARTNERS)]
mod named {
    use cors_actix::cors;

    #[cors(dangerously_allow = ["null_origin"])]
    mod inner {
        use actix_web::get;

        #[get("/")]
        pub async fn list() -> &'static str {
            ""
        }
    }
}

// The origins are meant, and their key is misspelt.
#[cors(orgins = ["null"], dangerously_allow = ["null_origin"])]
mod misspelt {}

#[cors_rocket::cors(dangerously_allow = ["null_origin"])]
mod on_rocket {}

fn main() {}

use cors_actix::cors;

#[cors(credentials = true)]
mod api {
    #[cors_actix::cors(origins = "*")]
    mod v1 {
        #[actix_web::get("/inner")]
        async fn list() -> &'static str {
            ""
        }
    }
}

fn main() {}

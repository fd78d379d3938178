use cors_actix::cors;

#[cors(origins = "*")]
mod api {
    use actix_web::get;
    use cors_actix::cors;

    #[get("/")]
    #[cors(max_age = 60)]
    async fn list() -> &'static str {
        ""
    }
}

fn main() {}

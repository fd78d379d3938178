use cors_actix::cors;

#[cors(origins = ["https://a.example/"], credentials = "yes")]
mod api {
    use actix_web::{get, put};
    use cors_actix::cors;

    #[get("/")]
    async fn list() -> &'static str {
        ""
    }

    #[cors(allow_headers = ["cookie"])]
    #[put("/")]
    async fn save() -> &'static str {
        ""
    }

    mod inner {
        #[actix_web::get("/inner")]
        async fn list() -> &'static str {
            ""
        }
    }
}

fn main() {}

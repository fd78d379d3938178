use cors_actix::cors;

const APP: &str = "http://evil.example";

fn routes() {
    // The routes have the constant of the file, since the path of a module leads to it.
    const APP: &str = "https://app.example";

    #[cors(origins = [APP], credentials = true)]
    mod api {
        use actix_web::get;

        #[get("/")]
        async fn list() -> &'static str {
            APP
        }

        const APP: &str = "";
    }
}

fn main() {}

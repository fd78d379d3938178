use cors_actix::cors;

#[cors(origins = ["https://app.example.com"], enforce = "all_methods")]
mod api {
    use actix_web::get as fetch;

    #[fetch("/list")]
    pub async fn list() -> &'static str {
        ""
    }
}

fn main() {
    let _ = api::list;
}

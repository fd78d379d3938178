use actix_web::get;
use cors_actix::cors;

mod utoipa_below_the_route {
    use super::*;

    #[cors(origins = ["https://app.example.com"])]
    #[get("/")]
    #[::utoipa::path(get, path = "/", responses((status = 200)))]
    async fn list() -> &'static str {
        "list"
    }
}

mod utoipa_below_cors {
    use super::*;

    #[derive(utoipa::OpenApi)]
    #[openapi(paths(list))]
    struct Documentation;

    #[cors(origins = ["https://app.example.com"])]
    #[utoipa::path(get, path = "/", responses((status = 200)))]
    #[get("/")]
    async fn list() -> &'static str {
        "list"
    }

    pub(super) fn main() {
        actix_web::App::new().service(list);
    }
}

fn main() {
    utoipa_below_cors::main();
}

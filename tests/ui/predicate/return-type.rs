use actix_web::{HttpRequest, get};
use cors_actix::{Origin, cors};

mod returns_nothing {
    use super::*;

    fn is_preview(_: &Origin<'_>, _: &HttpRequest) {}

    #[cors(origins = predicate(is_preview))]
    #[get("/")]
    async fn list() -> &'static str {
        "list"
    }
}

mod returns_an_option {
    use super::*;

    fn is_preview(_: &Origin<'_>, _: &HttpRequest) -> Option<bool> {
        None
    }

    #[cors(origins = predicate(is_preview))]
    #[get("/")]
    async fn list() -> &'static str {
        "list"
    }
}

mod async_function {
    use super::*;

    async fn is_preview(_: &Origin<'_>, _: &HttpRequest) -> bool {
        true
    }

    #[cors(origins = predicate(is_preview))]
    #[get("/")]
    async fn list() -> &'static str {
        "list"
    }
}

mod async_returns_nothing {
    use super::*;

    async fn is_tenant(_: &Origin<'_>, _: &HttpRequest) {}

    #[cors(origins = async_predicate(is_tenant))]
    #[get("/")]
    async fn list() -> &'static str {
        "list"
    }
}

fn main() {}

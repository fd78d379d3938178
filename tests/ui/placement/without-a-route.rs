use actix_web::{App, get, routes, web};
use cors_actix::cors;

mod without_a_route {
    use super::*;

    #[cors(origins = ["https://app.example.com"])]
    async fn list() -> &'static str {
        "list"
    }

    pub(super) fn main() {
        let _ = list();
    }
}

mod below_the_route {
    use super::*;

    #[get("/")]
    #[cors(origins = ["https://app.example.com"])]
    async fn list() -> &'static str {
        "list"
    }
}

mod below_routes {
    use super::*;

    #[routes]
    #[cors(origins = ["https://app.example.com"])]
    #[get("/")]
    #[post("/")]
    async fn list() -> &'static str {
        "list"
    }
}

mod in_a_macro_below_its_route {
    use super::*;

    macro_rules! at {
        ($path:literal $handler:item) => {
            #[get($path)]
            $handler
        };
    }

    at! {
        "/list"
        #[cors(origins = ["https://app.example.com"])]
        async fn list() -> &'static str {
            "list"
        }
    }

    pub(super) fn main() {
        let _ = list;
    }
}

mod on_a_resource_handler {
    use super::*;

    #[cors(origins = ["https://app.example.com"])]
    async fn list() -> &'static str {
        "list"
    }

    pub(super) fn main() {
        let _app = App::new().route("/", web::get().to(list));
    }
}

fn main() {
    without_a_route::main();
    in_a_macro_below_its_route::main();
    on_a_resource_handler::main();
}

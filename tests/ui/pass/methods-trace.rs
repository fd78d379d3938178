use actix_web::{route, routes, trace};
use cors_actix::cors;

// For its own origin only, which says nothing of methods.
#[cors(same_origin)]
#[trace("/list")]
async fn list() -> &'static str {
    ""
}

#[cors(same_origin)]
mod closed {
    use actix_web::connect;

    #[connect("/tunnel")]
    pub(crate) async fn tunnel() -> &'static str {
        ""
    }
}

// Something is left.
#[cors(origins = ["https://app.example.com"])]
#[routes]
#[trace("/several")]
#[connect("/several")]
#[get("/several")]
async fn several() -> &'static str {
    ""
}

#[cors(origins = ["https://app.example.com"])]
#[route("/both", method = "TRACE", method = "GET")]
async fn both() -> &'static str {
    ""
}

#[cors(origins = ["https://app.example.com"])]
mod open {
    use actix_web::trace;
    use cors_actix::cors;

    #[cors(same_origin)]
    #[trace("/inner")]
    pub(crate) async fn inner() -> &'static str {
        ""
    }
}

fn main() {
    let _ = (list, closed::tunnel, several, both, open::inner);
}

use cors_actix::{Policy, cors, policy};

static PARTNERS: Policy = policy!(origins = "https://a.example");

#[cors(policy = PARTNERS)]
mod api {
    use actix_web::{HttpResponse, get};
    use cors_actix::cors;

    #[cors(expose_headers = ["etag"])]
    #[get("/")]
    async fn list() -> HttpResponse {
        HttpResponse::Ok().finish()
    }
}

#[cors(policy = PARTNERS)]
mod several_keys {
    use actix_web::{HttpResponse, get};
    use cors_actix::cors;

    #[cors(allow_headers = ["x-a"], credentials = true)]
    #[get("/several-keys")]
    async fn list() -> HttpResponse {
        HttpResponse::Ok().finish()
    }
}

#[cors(policy = Policy::SAME_ORIGIN)]
mod own {
    use actix_web::{HttpResponse, get};
    use cors_actix::cors;

    #[cors(expose_headers = ["etag"])]
    #[get("/own")]
    async fn list() -> HttpResponse {
        HttpResponse::Ok().finish()
    }
}

fn main() {}

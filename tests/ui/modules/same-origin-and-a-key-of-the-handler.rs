use cors_actix::cors;

#[cors(same_origin)]
mod api {
    use actix_web::{HttpResponse, get};
    use cors_actix::cors;

    #[cors(max_age = 60)]
    #[get("/")]
    async fn list() -> HttpResponse {
        HttpResponse::Ok().finish()
    }
}

#[cors(same_origin)]
mod several_keys {
    use actix_web::{HttpResponse, get};
    use cors_actix::cors;

    #[cors(allow_headers = ["x-a"], credentials = true)]
    #[get("/several-keys")]
    async fn list() -> HttpResponse {
        HttpResponse::Ok().finish()
    }
}

fn main() {}

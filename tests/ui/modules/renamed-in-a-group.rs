use cors_actix::cors;

#[cors(same_origin)]
mod api {
    use actix_web::{
        HttpResponse,
        {get as fetch, routes as many, post},
    };

    #[fetch("/list")]
    pub async fn list() -> HttpResponse {
        HttpResponse::Ok().finish()
    }

    #[many]
    #[get("/first")]
    #[get("/second")]
    pub async fn several() -> HttpResponse {
        HttpResponse::Ok().finish()
    }

    #[post("/list")]
    pub async fn create() -> HttpResponse {
        HttpResponse::Ok().finish()
    }
}

fn main() {
    let _ = (api::list, api::several, api::create);
}

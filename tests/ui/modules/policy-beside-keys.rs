use cors_actix::{Policy, cors, policy};

static PARTNERS: Policy = policy!(origins = "https://a.example");

#[cors(policy = PARTNERS, max_age = 60)]
mod api {
    use actix_web::{HttpResponse, get};

    #[get("/")]
    async fn list() -> HttpResponse {
        HttpResponse::Ok().finish()
    }
}

fn main() {}

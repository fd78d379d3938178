use cors_actix::{Policy, cors, policy};

static ANYONE: Policy = policy!(origins = "*");

#[cors(policy = ANYONE, enforce = "all_methods")]
mod api {
    use actix_web::{HttpResponse, get};

    #[get("/")]
    async fn list() -> HttpResponse {
        HttpResponse::Ok().finish()
    }
}

fn main() {}

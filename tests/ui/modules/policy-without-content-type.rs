use cors_actix::{Policy, cors, policy};

static PARTNERS: Policy = policy!(origins = "https://a.example");

#[cors(policy = PARTNERS)]
mod api {
    use actix_web::{put, web};

    #[put("/")]
    async fn save(_: web::Json<u8>) -> &'static str {
        ""
    }
}

fn main() {}

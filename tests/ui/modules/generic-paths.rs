use actix_web::HttpRequest;
use cors_actix::{Origin, Policy, cors, policy};

struct Prod;
struct Site<T>(T);

impl<T> Site<T> {
    const APP: &'static str = "https://app.example";
    const POLICY: Policy = policy!(origins = ["https://app.example"]);
}

fn is_known<T>(_: &Origin<'_>, _: &HttpRequest) -> bool {
    false
}

#[cors(origins = [Site::<Prod>::APP])]
mod constant {
    #[actix_web::get("/")]
    async fn list() -> &'static str {
        ""
    }
}

#[cors(policy = crate::Site::<Prod>::POLICY)]
mod named {
    #[actix_web::get("/")]
    async fn list() -> &'static str {
        ""
    }
}

#[cors(origins = predicate(is_known::<Prod>))]
mod predicate {
    #[actix_web::get("/")]
    async fn list() -> &'static str {
        ""
    }
}

fn main() {}

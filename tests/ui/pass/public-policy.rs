// `Policy::PUBLIC` wherever a policy can stand.
use actix_web::{App, post, route, web};
use cors_actix::{Cors, Policy, cors, policy};

#[cors(policy = Policy::PUBLIC)]
#[post("/json")]
async fn json(name: web::Json<String>) -> String {
    name.into_inner()
}

#[cors(policy = Policy::PUBLIC, methods = ["GET"])]
#[route("/fewer", method = "GET", method = "PUT")]
async fn fewer() -> &'static str {
    ""
}

static KEPT: Policy = policy!(..Policy::PUBLIC, max_age = "1h");

#[cors(policy = Policy::PUBLIC)]
mod api {
    #[actix_web::get("/users")]
    pub(super) async fn users() -> &'static str {
        ""
    }
}

#[cors_rocket::cors(policy = Policy::PUBLIC)]
#[rocket::put("/rocket", format = "json", data = "<name>")]
fn on_rocket(name: String) -> String {
    name
}

fn main() {
    let _ = App::new().service(json).service(fewer).service(api::users).wrap(Cors::new(Policy::PUBLIC));
    let _ = (Cors::new(&KEPT), cors_rocket::Cors::fairing().default_policy(Policy::PUBLIC));
    let _ = rocket::routes![on_rocket];
}

use cors_rocket::{Cors, Policy};

fn main() {
    let _ = rocket::build().attach(Cors::fairing().default_policy(Policy::builder().origins(["*"])));
    let _ = rocket::build().attach(Cors::fairing().default_policy(Policy::from_env("API_CORS")));
    let _ = rocket::build().attach(Cors::permissive());
    let _ = rocket::build().attach(Cors::default());
    let _ = rocket::build().attach(Cors::fairing().default_policy(Cors::permissive()));
}

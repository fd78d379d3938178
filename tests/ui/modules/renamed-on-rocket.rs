use cors_rocket::cors;

#[cors(same_origin)]
mod api {
    use rocket::{get as fetch, route as at};

    #[fetch("/list")]
    pub fn list() {}

    #[at(PUT, uri = "/list")]
    pub fn save() {}
}

fn main() {
    let _ = rocket::routes![api::list, api::save];
}

use cors_rocket::cors;
use rocket::{Route, routes};

#[cors(origins = ["https://app.example.com"])]
mod api {
    #[allow(unused_imports)]
    use rocket::get as fetch;
    use rocket::{get, route};

    #[route(PUT, uri = "/save")]
    pub fn save() {}

    #[cfg_attr(all(), route(GET, rank = 2, uri = "/holds"))]
    pub fn holds() {}

    #[allow(unused_macros)]
    macro_rules! matched {
        (#[get($path:literal)] fn $name:ident()) => {};
    }

    macro_rules! own {
        ($name:ident, $method:ident) => {
            #[cors_rocket::cors(same_origin)]
            #[rocket::route($method, uri = "/own")]
            pub fn $name() {}
        };
    }
    own!(own, POST);

    pub fn nested() -> Vec<super::Route> {
        #[get("/nested/<id>")]
        fn nested(mut id: u8) -> String {
            id += 1;
            id.to_string()
        }
        rocket::routes![nested]
    }
}

fn main() {
    let _ = (routes![api::save, api::holds, api::own], api::nested());
}

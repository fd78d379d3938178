// Rocket reports these mistakes. Each has no second error.

use cors_rocket::cors;
use rocket::{get, post};

#[cors(origins = ["https://app.example.com"])]
#[get("/<id>")]
fn unused_parameter() {}

#[cors(origins = ["https://app.example.com"])]
#[get("list")]
fn no_slash() {}

#[cors(origins = ["https://app.example.com"], methods = ["PUT"])]
#[rocket::route(uri = "/", method = PUT)]
fn method_behind() {}

mod within {
    use cors_rocket::cors;
    use rocket::post;

    #[cors(origins = ["https://app.example.com"], allow_headers = ["content-type"])]
    #[post("/", data = "body")]
    pub fn no_angles(body: String) {
        let _ = body;
    }
}

fn main() {
    #[cors(origins = ["https://app.example.com"], allow_headers = ["content-type"])]
    #[post("/", data = "<body>")]
    fn pattern((_first, _second): (String, String)) {}

    let _ = rocket::routes![unused_parameter, no_slash, method_behind, within::no_angles, pattern];
}

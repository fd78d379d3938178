#[cors_rocket::cors(origins = "https://a.example", methods = ["PUT"])]
mod api {
    #[rocket::get("/")]
    fn list() {}
}

fn main() {}

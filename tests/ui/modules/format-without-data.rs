use cors_rocket::cors;

#[cors(origins = ["https://app.example.com"])]
mod api {
    use rocket::{delete, get};

    #[delete("/", format = "json")]
    fn remove() {}

    #[get("/", format = "json")]
    fn list() -> &'static str {
        "{}"
    }
}

fn main() {}

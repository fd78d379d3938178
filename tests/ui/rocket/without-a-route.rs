use cors_rocket::cors;
use rocket::get;

mod without_a_route {
    use super::*;

    #[cors(origins = ["https://app.example.com"])]
    fn list() -> &'static str {
        "list"
    }

    pub(super) fn main() {
        list();
    }
}

mod below_the_route {
    use super::*;

    #[get("/")]
    #[cors(origins = ["https://app.example.com"])]
    fn list() -> &'static str {
        "list"
    }
}

fn main() {
    without_a_route::main();
}

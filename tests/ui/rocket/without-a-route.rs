use cors_rocket::cors;

#[cors(origins = ["https://app.example.com"])]
fn list() -> &'static str {
    "list"
}

fn main() {
    list();
}

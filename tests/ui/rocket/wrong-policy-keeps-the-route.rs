use cors_rocket::cors;
use rocket::get;

#[cors(origins = ["https://app.example.com/"])]
#[get("/")]
fn list() -> &'static str {
    "list"
}

fn build() -> rocket::Rocket<rocket::Build> {
    let _ = rocket::uri!(list());
    rocket::build().mount("/", rocket::routes![list])
}

fn main() {}

use cors_rocket::cors;
use rocket::post;

#[cors(origins = ["https://app.example.com"], allowed_headers = ["*"])]
#[post("/any", format = "json", data = "<names>")]
fn any(names: String) -> String {
    names
}

#[cors(permissive)]
#[post("/permissive", format = "json", data = "<names>")]
fn permissive(names: String) -> String {
    names
}

fn main() {}

use cors_rocket::cors;
use rocket::get;


#[cors(origins = "*", enforce = "all_methods")]
#[get("/")]
fn list() {}

fn main() {}

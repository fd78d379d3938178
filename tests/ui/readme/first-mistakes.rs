use actix_web::{put, web};
use cors_actix::cors;

#[cors(origins = ["https://app.example.com/"], credentials = true)]
#[put("/users/{id}")]
async fn rename(id: web::Path<u64>, name: web::Json<String>) -> String { format!("user {id} is {name}") }

fn main() {}

use cors_rocket::{Policy, cors};
use rocket::put;

#[cors(policy = Policy::PUBLIC, enforce = "unsafe_methods")]
#[put("/")]
fn update() {}

fn main() {}

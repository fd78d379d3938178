use cors_actix::cors;

#[cors(origins = ["https://app.example.com"])]
mod handlers {}

fn main() {}

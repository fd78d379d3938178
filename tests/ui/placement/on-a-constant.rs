use cors_actix::cors;

#[cors(origins = ["https://app.example.com"])]
const LIMIT: usize = 1;

fn main() {}

use cors_actix::cors;

#[cors(origins = ["https://app.example.com"])]
type Limit = usize;

fn main() {}

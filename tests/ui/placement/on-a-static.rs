use cors_actix::cors;

#[cors(origins = ["https://app.example.com"])]
static LIMIT: usize = 1;

fn main() {}

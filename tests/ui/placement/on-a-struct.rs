use cors_actix::cors;

#[cors(origins = ["https://app.example.com"])]
struct Settings;

fn main() {}

use cors_actix::cors;

#[cors(origins = ["https://app.example.com"])]
enum Settings {}

fn main() {}

use cors_actix::cors;

#[cors(origins = ["https://app.example.com"])]
trait Service {}

fn main() {}

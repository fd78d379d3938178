use cors_actix::cors;

#[cors(origins = "https://a.example")]
mod api;

fn main() {}

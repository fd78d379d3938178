use cors_actix::cors;

struct Handlers;

#[cors(origins = ["https://app.example.com"])]
impl Handlers {
    fn list() {}
}

fn main() {
    Handlers::list();
}

use cors_actix::cors;

#[cors(origins = ["https://app.example.com"])]
const LIMIT: usize = 1;

#[cors(origins = ["https://app.example.com"])]
enum Settings {}

#[cors(origins = ["https://app.example.com"])]
static ON_A_STATIC: usize = 1;

#[cors(origins = ["https://app.example.com"])]
struct OnAStruct;

#[cors(origins = ["https://app.example.com"])]
trait Service {}

#[cors(origins = ["https://app.example.com"])]
type Limit = usize;

#[cors(origins = ["https://app.example.com"])]
pub use actix_web::get;

struct Handlers;

#[cors(origins = ["https://app.example.com"])]
impl Handlers {
    fn list() {}
}

fn main() {
    Handlers::list();
}

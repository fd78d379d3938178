use actix_web::get;
use cors_actix::cors;

macro_rules! at {
    ($path:literal $handler:item) => {
        #[get($path)]
        $handler
    };
}

at! {
    "/list"
    #[cors(origins = ["https://app.example.com"])]
    async fn list() -> &'static str {
        "list"
    }
}

fn main() {
    let _ = list;
}

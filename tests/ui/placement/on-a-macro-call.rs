use cors_actix::cors;

macro_rules! route {
    ($name:ident, $path:literal) => {
        #[actix_web::get($path)]
        async fn $name() -> &'static str {
            $path
        }
    };
}

#[cors(origins = ["https://app.example.com"])]
route!(list, "/list");

#[cors(origins = ["https://app.example.com"])]
macro_rules! other {
    () => {};
}

#[cors(origins = ["https://app.example.com"])]
crate::braces! {
    show, "/show"
}

macro_rules! braces {
    ($($tokens:tt)*) => {};
}
pub(crate) use braces;

other!();

fn main() {
    let _ = list;
}

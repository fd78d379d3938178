use cors_rocket::cors;

macro_rules! route {
    ($name:ident, $path:literal) => {
        #[rocket::get($path)]
        fn $name() {}
    };
}

#[cors(origins = ["https://app.example.com"])]
route!(list, "/list");

// For `Route::new(Method::Get, "/show", show)`.
#[cors(origins = ["https://app.example.com"])]
fn show() {}

fn main() {
    let _ = (list, show);
}

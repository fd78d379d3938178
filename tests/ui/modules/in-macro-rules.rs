use cors_actix::cors;

#[cors(origins = ["https://app.example.com"], enforce = "all_methods")]
mod api {
    macro_rules! route {
        ($name:ident, $path:literal) => {
            #[actix_web::get($path)]
            pub async fn $name() -> &'static str {
                ""
            }
        };
        ($(#[$attribute:meta])* $vis:vis $name:ident, $body:expr) => {
            $(#[$attribute])*
            $vis async fn $name() -> &'static str {
                $body
            }
        };
        (#[get($path:literal)] $handler:item) => {
            const _: () = {
                #[actix_web::get($path)]
                $handler
            };
        };
    }

    route!(list, "/list");
}

fn main() {
    let _ = api::list;
}

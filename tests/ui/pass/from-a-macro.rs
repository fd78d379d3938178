use actix_web::get;
use cors_actix::cors;

macro_rules! handler {
    ($name:ident, $origin:literal, $origins:expr, $age:expr, $cookies:expr) => {
        mod $name {
            use super::*;

            #[cors(origins = [$origin, "https://admin.example.com"], max_age = $age)]
            #[get("/list")]
            async fn list() -> &'static str {
                ""
            }

            #[cors(origins = $origins, credentials = $cookies)]
            #[get("/show")]
            async fn show() -> &'static str {
                ""
            }

            pub fn use_them() {
                let _ = (list, show);
            }
        }
    };
}

handler!(first, "https://app.example.com", ["https://app.example.com"], 600, true);
handler!(second, "https://*.example.com", "*", "10m", false);

fn main() {
    first::use_them();
    second::use_them();
}

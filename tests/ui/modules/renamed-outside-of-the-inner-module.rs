use cors_actix::cors;

#[cors(same_origin)]
mod api {
    mod prelude {
        pub use actix_web::get as fetch;
    }

    pub mod v1 {
        use super::prelude;

        #[prelude::fetch("/list")]
        pub async fn list() -> &'static str {
            ""
        }
    }
}

fn main() {
    let _ = api::v1::list;
}

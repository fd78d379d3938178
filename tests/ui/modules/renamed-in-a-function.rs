use actix_web::web::ServiceConfig;
use cors_actix::cors;

#[cors(same_origin)]
mod api {
    pub fn configure(app: &mut super::ServiceConfig) {
        use actix_web::post as send;

        #[doc = "Documented."]
        #[send("/list")]
        async fn create() -> &'static str {
            ""
        }
        app.service(create);
    }
}

fn main() {
    let _ = api::configure;
}

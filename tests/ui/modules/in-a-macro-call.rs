use cors_actix::cors;

macro_rules! same {
    ($($item:tt)*) => {
        $($item)*
    };
}

#[cors(same_origin)]
mod api {
    same! {
        #[actix_web::get("/list")]
        pub async fn list() -> &'static str {
            ""
        }
    }

    pub fn configure() {
        let _ = same!({
            #[cfg_attr(all(), actix_web::post("/list"))]
            async fn create() -> &'static str {
                ""
            }
            create
        });
    }
}

fn main() {
    api::configure();
    let _ = api::list;
}

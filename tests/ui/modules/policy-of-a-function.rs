use cors_actix::{Policy, cors, policy};

fn main() {
    static LOCAL: Policy = policy!(same_origin);

    // A path on a module begins at the module around the function.
    #[cors(policy = LOCAL)]
    mod api {
        #[actix_web::get("/list")]
        pub async fn list() -> &'static str {
            ""
        }
    }
    let _ = (api::list, &LOCAL);
}

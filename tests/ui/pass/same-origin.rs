use actix_web::get;
use cors_actix::cors;

#[cors(same_origin)]
#[get("/list")]
async fn list() -> &'static str {
    ""
}

#[cors(same_origin)]
#[get("/show")]
async fn show() -> &'static str {
    ""
}

#[cors(same_origin, crate = ::cors_actix)]
#[get("/update")]
async fn update() -> &'static str {
    ""
}

// `methods` of a module has to be replaced where it leaves nothing, even if the policy allows no other origin.
#[cors(methods = ["PUT"])]
mod api {
    use actix_web::get;
    use cors_actix::{Policy, cors};

    #[cors(policy = Policy::SAME_ORIGIN, methods = ["GET"], enforce = "all_methods")]
    #[get("/enforced")]
    pub(super) async fn enforced() -> &'static str {
        ""
    }
}

fn main() {
    let _ = api::enforced;
    let _ = list;
    let _ = show;
    let _ = update;
}

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

fn main() {
    let _ = list;
    let _ = show;
    let _ = update;
}

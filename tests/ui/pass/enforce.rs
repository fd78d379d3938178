// On routes with any policy that refuses somebody.
use actix_web::{get, post, put, route, routes};
use cors_actix::{Policy, cors, policy};

static PARTNERS: Policy = policy!(origins = ["https://app.example.com"]);

#[cors(origins = ["https://app.example.com"], enforce = "unsafe_methods")]
#[post("/unsafe")]
async fn unsafe_methods() -> &'static str {
    ""
}

#[cors(enforce = "all_methods", policy = PARTNERS)]
#[get("/all")]
async fn all_methods() -> &'static str {
    ""
}

#[cors(policy = Policy::SAME_ORIGIN, enforce = "all_methods")]
#[put("/own")]
async fn own() -> &'static str {
    ""
}

#[cors(origins = [#[cfg(any())] "https://app.example.com"], enforce = "all_methods")]
#[put("/nobody")]
async fn nobody() -> &'static str {
    ""
}

// Some method is not safe.
#[cors(origins = ["https://app.example.com"], enforce = "unsafe_methods")]
#[route("/several", method = "GET", method = "PUT")]
async fn several() -> &'static str {
    ""
}

// A method that is left out is refused to all other origins.
#[cors(origins = ["https://app.example.com"], methods = ["GET"], enforce = "unsafe_methods")]
#[routes]
#[get("/left")]
#[post("/left")]
async fn left() -> &'static str {
    ""
}

// What a module says is for all of its routes, those with safe methods as well.
#[cors(origins = ["https://app.example.com"], enforce = "unsafe_methods")]
mod unsafe_methods_of_a_module {
    #[actix_web::get("/module/read")]
    pub async fn read() -> &'static str {
        ""
    }

    #[actix_web::post("/module/write")]
    pub async fn write() -> &'static str {
        ""
    }

    #[cors_actix::cors(same_origin)]
    #[actix_web::get("/module/own")]
    pub async fn own() -> &'static str {
        ""
    }
}

// It refuses nothing itself, and takes back what the module says.
#[cors(origins = ["https://app.example.com"], enforce = "all_methods")]
mod all_methods_of_a_module {
    #[cors_actix::cors(enforce = "unsafe_methods")]
    #[actix_web::get("/module/image")]
    pub async fn image() -> &'static str {
        ""
    }
}

fn main() {
    let _ = actix_web::App::new()
        .service((several, left, all_methods_of_a_module::image))
        .service((unsafe_methods_of_a_module::read, unsafe_methods_of_a_module::write))
        .service(unsafe_methods_of_a_module::own);
    let _ = actix_web::App::new().service(unsafe_methods).service(all_methods).service(own).service(nobody);
}

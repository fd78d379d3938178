// What decides on origins can be a function of any kind that answers.
use std::fmt;

use actix_web::{App, HttpRequest, get};
use cors_actix::{Origin, Policy, cors, policy};

fn is_preview(origin: &Origin<'_>, _: &HttpRequest) -> bool {
    origin.host().ends_with("--site.netlify.app")
}

fn is_known(_: &Origin<'_>, request: &HttpRequest) -> Result<bool, fmt::Error> {
    Ok(request.headers().contains_key("x-tenant"))
}

async fn is_tenant(origin: &Origin<'_>, request: &HttpRequest) -> Result<bool, String> {
    std::future::ready(()).await;
    if request.path().is_empty() { Err("no path".to_owned()) } else { Ok(origin.host() == "tenant.example") }
}

fn is_any<'a>(_: &'a Origin<'a>, _: &HttpRequest) -> impl Future<Output = bool> + use<> {
    std::future::ready(true)
}

mod rules {
    pub(super) struct Rules;

    impl Rules {
        pub(super) fn is_own<T>(_: &cors_actix::Origin<'_>, _: &actix_web::HttpRequest) -> bool {
            true
        }
    }
}

static PREVIEWS: Policy = policy!(origins = predicate(is_preview), credentials = true);
const TAGGED: Policy = policy!(..PREVIEWS, expose_headers = ["etag"]);

macro_rules! handler {
    ($name:ident, $path:literal, $($arguments:tt)*) => {
        #[cors($($arguments)*)]
        #[get($path)]
        async fn $name() -> &'static str {
            $path
        }
    };
}

handler!(sync, "/sync", origins = predicate(is_preview));
handler!(fallible, "/fallible", origins = predicate(is_known, vary = "x-tenant"), credentials = true);
handler!(by_path, "/by-path", origins = predicate(crate::rules::Rules::is_own::<u8>));
handler!(asynchronous, "/async", origins = async_predicate(is_tenant, vary = ["x-tenant", "X-Region"],),);
handler!(boxed, "/boxed", origins = async_predicate(is_any), methods = ["GET"], enforce = "all_methods");
handler!(named, "/named", policy = TAGGED);

fn main() {
    let _ = App::new().service(sync).service(fallible).service(by_path).service(asynchronous).service(boxed).service(named);
}

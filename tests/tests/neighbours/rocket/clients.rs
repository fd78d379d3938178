//! The clients of `rocket::local` are served as browsers are.

use cors_rocket::cors;
use cors_tests::neighbour::{PAGE, Route};
use cors_tests::table::{APP, EVIL};
use rocket::http::{Header, Status};
use rocket::local::asynchronous::Client;
use rocket::{put, routes, uri};

use crate::rocket::{app, build};

#[cors(policy = PAGE)]
#[put("/notes")]
fn save() {}

#[test]
fn a_blocking_client_gets_the_headers() {
    Route::new("PUT", "/notes").check(app(build().mount("/", routes![save])));
}

#[test]
fn an_asynchronous_client_gets_the_headers() {
    rocket::async_test(async {
        let client = Client::untracked(build().mount("/", routes![save])).await.unwrap();
        let preflight = |origin| {
            let request = client.options(uri!(save)).header(Header::new("Origin", origin));
            request.header(Header::new("Access-Control-Request-Method", "PUT")).dispatch()
        };
        assert_eq!(preflight(EVIL).await.status(), Status::Forbidden);
        assert_eq!(preflight(APP).await.status(), Status::NoContent);
        for (origin, allowed) in [(APP, Some(APP)), (EVIL, None)] {
            let response = client.put(uri!(save)).header(Header::new("Origin", origin)).dispatch().await;
            assert_eq!(response.status(), Status::Ok);
            assert_eq!(response.headers().get_one("Access-Control-Allow-Origin"), allowed);
            assert_eq!(response.headers().get("Vary").collect::<Vec<_>>(), ["Origin"]);
        }
    });
}

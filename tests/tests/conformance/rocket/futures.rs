//! The futures of the routes that answer preflights. Rocket may try many of them for one preflight.

use rocket::http::{Header, Method};
use rocket::route::{Handler, Outcome};
use rocket::{Data, Request, Response, Route, async_trait};

use super::{DEFAULT, rocket, with_default};

/// Passes a request on to every `OPTIONS` route, and responds with a list of the sizes of their futures.
#[derive(Clone)]
struct Sizes;

#[async_trait]
impl Handler for Sizes {
    async fn handle<'r>(&self, request: &'r Request<'_>, mut data: Data<'r>) -> Outcome<'r> {
        let mut sizes = Vec::new();
        for route in request.rocket().routes().filter(|route| route.method == Method::Options) {
            let future = route.handler.handle(request, data);
            sizes.push(size_of_val(&*future));
            let Outcome::Forward((passed_on, _)) = future.await else { break };
            data = passed_on;
        }
        let sizes = Header::new("sizes", format!("{sizes:?}"));
        Outcome::Success(Response::build().header(sizes).finalize())
    }
}

#[test]
fn futures_of_preflight_routes_hold_little_more_than_what_they_return() {
    let client = with_default(DEFAULT, rocket().mount("/", [Route::new(Method::Get, "/", Sizes)]));
    let response = client.get("/").dispatch();
    let sizes: Vec<usize> = serde_json::from_str(response.headers().get_one("sizes").unwrap()).unwrap();
    assert_eq!(sizes.len(), 2);
    assert!(sizes.iter().all(|size| *size < size_of::<Outcome<'_>>() + 64), "{sizes:?}");
}

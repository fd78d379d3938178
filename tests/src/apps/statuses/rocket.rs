//! The application on Rocket.

use cors_rocket::{Cors, Policy, cors, policy};
use rocket::http::Status;
use rocket::request::{FromRequest, Outcome};
use rocket::{Build, Request, Rocket, catch, catchers, get, put, routes};

/// Builds the whole application, with the default policy.
pub fn rocket() -> Rocket<Build> {
    rocket::build()
        .attach(Cors::fairing().default_policy(super::DEFAULT))
        .mount("/annotated", annotated::routes())
        .mount("/annotated", routes![part, part_kept])
        .mount("/default", default::routes())
        .mount("/same-origin", same_origin::routes())
        .register("/default/caught", catchers![caught])
}

#[cors(origins = ["https://app.example.com"])]
#[get("/part")]
fn part() {}

/// A handler for its own origin, since its policy excludes its only method.
#[cors(policy = only_get)]
#[put("/part")]
fn part_kept() {}

fn only_get() -> &'static Policy {
    static POLICY: Policy = policy!(origins = ["https://app.example.com"], methods = ["GET"]);
    &POLICY
}

/// A guard that fails, like authentication.
struct Refused;

#[rocket::async_trait]
impl<'r> FromRequest<'r> for Refused {
    type Error = ();

    async fn from_request(_: &'r Request<'_>) -> Outcome<Self, ()> {
        Outcome::Error((Status::Unauthorized, ()))
    }
}

#[catch(default)]
fn caught(status: Status, _: &Request<'_>) -> String {
    status.to_string()
}

macro_rules! module {
    ($kind:ident $(, $cors:meta)?) => {
        mod $kind {
            use rocket::http::Status;
            use rocket::response::Redirect;
            use rocket::response::stream::TextStream;
            use rocket::{Either, Route, get, post, routes};

            pub(super) fn routes() -> Vec<Route> {
                routes![status, guarded, ok, failing, text, panics, redirect, streaming, bodiless]
            }

            $(#[$cors])?
            #[get("/status/<status>")]
            fn status(status: u16) -> Either<Status, (Status, ())> {
                let status = Status::new(status);
                // Catchers are for errors.
                if status.code < 400 { Either::Right((status, ())) } else { Either::Left(status) }
            }

            $(#[$cors])?
            #[get("/auth-err")]
            fn guarded(_refused: super::Refused) {}

            $(#[$cors])?
            #[get("/auth-ok")]
            fn ok() -> (Status, &'static str) {
                (Status::Unauthorized, "")
            }

            $(#[$cors])?
            #[get("/failing")]
            fn failing() -> Result<(), Status> {
                Err(Status::InternalServerError)
            }

            $(#[$cors])?
            #[post("/text", data = "<text>")]
            fn text(text: String) -> String {
                text
            }

            $(#[$cors])?
            #[get("/panic")]
            fn panics() -> Status {
                panic!("on purpose")
            }

            $(#[$cors])?
            #[get("/redirect")]
            fn redirect() -> Redirect {
                Redirect::found("/")
            }

            $(#[$cors])?
            #[get("/stream")]
            fn streaming() -> TextStream![&'static str] {
                TextStream! {
                    for part in ["a", "b", "c"] {
                        yield part;
                    }
                }
            }

            $(#[$cors])?
            #[get("/head")]
            fn bodiless() {}
        }
    };
}

module!(annotated, cors_rocket::cors(origins = ["https://app.example.com"]));
module!(default);
module!(same_origin, cors_rocket::cors(same_origin));

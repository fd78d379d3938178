//! Rocket: the handlers at mount points.

use std::any::Any;

use cors_rocket::Cors;
use cors_tests::server::config;
use rocket::local::blocking::Client;
use rocket::{Build, Rocket, Route};

use super::{Framework, tens};

pub(super) const FRAMEWORK: Framework = Framework {
    name: "Rocket",
    bare: |places| made(rocket::custom(config()), &bare::TENS, places),
    annotated: |places| made(rocket::custom(config()).attach(Cors::fairing()), &annotated::TENS, places),
};

type Ten = fn() -> Vec<Route>;

macro_rules! module {
    ($attribute:meta: $($name:ident $path:literal)*) => {
        #[allow(unused_imports, reason = "bare handlers have no policy")]
        use cors_rocket::cors;
        use rocket::{Route, get, routes};

        $(#[$attribute]
        #[get($path)]
        async fn $name() -> &'static str {
            "ok"
        })*
        pub(in super::super) fn ten() -> Vec<Route> {
            routes![$($name),*]
        }
    };
}
tens!(module);

fn made(mut rocket: Rocket<Build>, tens: &[Ten], places: usize) -> Box<dyn Any> {
    for place in 0..places {
        for (module, ten) in tens.iter().enumerate() {
            rocket = rocket.mount(format!("/{place}/{module}"), ten());
        }
    }
    Box::new(Client::untracked(rocket).unwrap())
}

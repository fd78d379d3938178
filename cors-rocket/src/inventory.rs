//! The routes of an application, each with its policy.

use cors_core::Inventory;
use rocket::{Phase, Rocket};

use crate::handler::endpoint_of;
use crate::state;

/// Returns the routes of `rocket` that have `#[cors(…)]`, and the default policy, as data and as a table.
///
/// A test of the table notices when a route becomes public by accident. [`Inventory`] explains the table. Pass a
/// `Rocket` that has ignited, such as a client's. Before ignition the default policy is unknown, and the routes that
/// fairings mount are missing.
///
/// ```
/// use cors_rocket::{Cors, Policy, cors, policy};
/// use rocket::local::blocking::Client;
/// use rocket::{get, put, routes};
///
/// static APP: Policy = policy!(origins = ["https://app.example.com"], credentials = true);
///
/// #[cors(origins = "*")]
/// #[get("/articles/<id>")]
/// fn show(id: u64) {}
///
/// #[cors(policy = APP, enforce = "unsafe_methods")]
/// #[put("/articles/<id>")]
/// fn update(id: u64) {}
///
/// let rocket = rocket::build()
///     .attach(Cors::fairing().default_policy(&APP))
///     .mount("/api", routes![show, update]);
/// let client = Client::untracked(rocket)?;
///
/// assert_eq!(
///     cors_rocket::inventory(client.rocket()).to_string(),
///     r#"* GET, HEAD  /api/articles/<id>  origins = ["*"]
///   PUT        /api/articles/<id>  origins = ["https://app.example.com"], credentials = true, enforce = "unsafe_methods"
///   everything else: origins = ["https://app.example.com"], credentials = true
/// "#
/// );
/// # Ok::<(), Box<rocket::Error>>(())
/// ```
#[must_use]
pub fn inventory<P: Phase>(rocket: &Rocket<P>) -> Inventory {
    let routes = rocket.routes().filter_map(|route| Some((route.uri.as_str(), endpoint_of(route)?)));
    Inventory::of(routes).with_default(state::default_of(rocket))
}

//! The annotated handlers of a router, each with its policy.

use cors_core::Inventory;

use crate::cors::Cors;

/// Returns the handlers of `app` that have `#[cors(…)]`, and the default policy, as data and as a table.
///
/// A test of the table notices when a handler becomes public by accident. [`Inventory`] explains the table. A router does not
/// say its paths, so a row has the name of the function in the place of a path, and `*` for its methods unless the attribute
/// lists some. Handlers that a service hides are missing, and so are those inside of another `Cors`.
///
/// ```
/// use axum::Router;
/// use axum::routing::get;
/// use cors_axum::{Cors, Policy, cors, policy};
///
/// const APP: Policy = policy!(origins = ["https://app.example.com"], credentials = true);
///
/// #[cors(origins = "*", methods = ["GET"])]
/// async fn show() {}
///
/// #[cors(policy = APP, enforce = "unsafe_methods")]
/// async fn update() {}
///
/// let app = Cors::new(Router::new().route("/articles/{id}", get(show).put(update))).default_policy(APP);
///
/// assert_eq!(
///     cors_axum::inventory(&app).to_string(),
///     r#"* GET  show    origins = ["*"]
///   *    update  origins = ["https://app.example.com"], credentials = true, enforce = "unsafe_methods"
///   everything else: origins = ["https://app.example.com"], credentials = true
/// "#
/// );
/// ```
#[must_use]
pub fn inventory(app: &Cors) -> Inventory {
    app.inventory()
}

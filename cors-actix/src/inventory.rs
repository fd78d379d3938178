//! The inventory of annotated handlers.

use cors_core::__adapter::NamedEndpoint;
use cors_core::Inventory;

/// A handler with `#[cors(…)]`, for [`inventory`]. No other type can implement it.
pub trait Annotated: HandlerRoutes {}

impl<T: HandlerRoutes> Annotated for T {}

/// The routes of an annotated handler; implemented by the attribute.
#[doc(hidden)]
pub trait HandlerRoutes {
    /// Returns the routes, one for each path.
    fn routes(&self) -> &'static [NamedEndpoint];
}

/// Returns the routes of handlers with `#[cors(…)]`, as data and as a table.
///
/// A test of the table notices when a route becomes public by accident. [`Inventory`] explains the table. A handler
/// knows the prefix of a `#[scope("…")]` module, but not the prefix of `web::scope`; [`Inventory::under`] adds one.
/// Handlers without the attribute are not listed, even if a default policy applies to them.
///
/// ```
/// use actix_web::{HttpResponse, Responder, get, put};
/// use cors_actix::cors;
///
/// #[cors(origins = "*")]
/// #[get("/articles/{id}")]
/// async fn show() -> impl Responder {
///     HttpResponse::Ok()
/// }
///
/// #[cors(origins = ["https://app.example.com"], enforce = "unsafe_methods")]
/// #[put("/articles/{id}")]
/// async fn update() -> impl Responder {
///     HttpResponse::Ok()
/// }
///
/// assert_eq!(
///     cors_actix::inventory(&[&show, &update]).under("/api").to_string(),
///     r#"* GET  /api/articles/{id}  origins = ["*"]
///   PUT  /api/articles/{id}  origins = ["https://app.example.com"], enforce = "unsafe_methods"
/// "#
/// );
/// ```
#[must_use]
pub fn inventory(handlers: &[&dyn Annotated]) -> Inventory {
    let routes = handlers.iter().flat_map(|handler| handler.routes());
    Inventory::of(routes.map(|route| (route.name, &route.endpoint)))
}

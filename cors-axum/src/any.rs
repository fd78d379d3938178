//! A route for every method.

use std::convert::Infallible;

use axum::handler::Handler;
use axum::routing::{MethodFilter, MethodRouter, on};

/// Routes the nine standard methods to one handler. [`axum::routing::any`](https://docs.rs/axum/latest/axum/routing/fn.any.html) takes
/// every other method as well, so that a router does not tell which handler serves a method.
///
/// ```
/// use axum::Router;
/// use cors_axum::{any, cors};
///
/// #[cors(origins = ["https://app.example.com"])]
/// async fn echo(method: axum::http::Method) -> String {
///     method.to_string()
/// }
///
/// let app: Router = Router::new().route("/echo", any(echo));
/// ```
pub fn any<H, T, S>(handler: H) -> MethodRouter<S, Infallible>
where
    H: Handler<T, S>,
    T: 'static,
    S: Clone + Send + Sync + 'static,
{
    let reading = MethodFilter::GET.or(MethodFilter::HEAD).or(MethodFilter::OPTIONS).or(MethodFilter::TRACE);
    let writing = MethodFilter::POST.or(MethodFilter::PUT).or(MethodFilter::PATCH).or(MethodFilter::DELETE);
    on(reading.or(writing).or(MethodFilter::CONNECT), handler)
}

//! Handlers whose types leave out lifetimes, which only a signature can.

use std::borrow::Cow;
use std::convert::Infallible;
use std::sync::Arc;

use axum::extract::{FromRequestParts, Path};
use axum::routing::get;
use axum::{Extension, Router};
use cors_axum::cors;
use http::header::CONTENT_LANGUAGE;
use http::request::Parts;
use http::{HeaderName, StatusCode};

use crate::{APP, allowed_origin, send};

struct Query<'a>(Option<&'a str>);

impl<S: Sync> FromRequestParts<S> for Query<'static> {
    type Rejection = Infallible;

    async fn from_request_parts(_: &mut Parts, _: &S) -> Result<Self, Self::Rejection> {
        Ok(Self(Some("a query")))
    }
}

#[cors(origins = ["https://app.example.com"])]
async fn by_name(Path((_, name)): Path<(u8, Cow<'_, str>)>) -> Result<Cow<'_, str>, StatusCode> {
    Ok(name)
}

#[cors(origins = ["https://app.example.com"])]
async fn by_reference(Query(query): Query<'_>) -> ([(HeaderName, &str); 1], &str) {
    let query = query.unwrap_or_default();
    ([(CONTENT_LANGUAGE, "en")], query)
}

type Shared<T> = Extension<Arc<T>>;

/// The lifetimes that the types of functions leave out are their own.
#[cors(origins = ["https://app.example.com"])]
async fn of_functions(
    Extension(same): Extension<fn(Cow<'_, str>) -> Cow<'_, str>>,
    Extension(trim): Shared<dyn Fn(&str) -> &str + Send + Sync>,
) -> String {
    let local = String::from(" a text ");
    same(Cow::Borrowed(trim(&local))).into_owned()
}

fn app() -> Router {
    let same: fn(Cow<'_, str>) -> Cow<'_, str> = |text| text;
    let trim: Arc<dyn Fn(&str) -> &str + Send + Sync> = Arc::new(str::trim);
    Router::new()
        .route("/names/{id}/{name}", get(by_name))
        .route("/query", get(by_reference))
        .route("/functions", get(of_functions))
        .layer(Extension(same))
        .layer(Extension(trim))
}

#[tokio::test]
async fn types_may_leave_out_lifetimes() {
    for (path, expected) in [("/names/1/m", "m"), ("/query", "a query"), ("/functions", "a text")] {
        let (status, headers, body) = send(&app(), "GET", path, &[("origin", APP)]).await;
        assert_eq!((status, &*body, allowed_origin(&headers)), (200, expected, Some(APP)), "{path}");
    }
    assert_eq!(by_name(Path((1, Cow::Borrowed("m")))).await.unwrap(), "m");
}

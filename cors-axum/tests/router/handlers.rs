//! Functions that can have `#[cors]`, and what else can be done with them.

use axum::extract::{Path, State};
use axum::response::IntoResponse;
use axum::routing::{get, post};
use axum::{Json, Router};
use cors_axum::{Cors, Origin, Policy, RouterExt, cors, policy};
use http::request::Parts;
use tower::ServiceExt;

use crate::{APP, OTHER, allowed_origin, preflight, send};

const NAMED: Policy = policy!(origins = ["https://app.example.com"], methods = ["GET", "PUT"]);
const TENANT: Policy = policy!(origins = async_predicate(of_tenant_later));

fn of_tenant(origin: &Origin<'_>, parts: &Parts) -> bool {
    origin.host() == "app.example.com" && parts.uri.path() != "/none"
}

async fn of_tenant_later(origin: &Origin<'_>, parts: &Parts) -> bool {
    tokio::task::yield_now().await;
    of_tenant(origin, parts)
}

#[cors(policy = NAMED)]
async fn named() {}

#[cors(origins = predicate(of_tenant))]
async fn asked() -> impl IntoResponse {
    "asked"
}

#[cors(policy = TENANT, enforce = "all_methods")]
async fn asked_later() -> &'static str {
    "asked later"
}

/// A handler of a private type, called `update` like its parameter.
#[derive(serde::Deserialize)]
struct Private(u64);

#[cors(origins = ["https://app.example.com"], allow_headers = ["content-type"])]
pub async fn update(
    State(unit): State<String>,
    Path(update): Path<u64>,
    Json(private): Json<Private>,
) -> String {
    format!("{update} is {} {unit}", private.0)
}

#[axum::debug_handler]
#[cors(origins = ["https://app.example.com"])]
async fn checked_above(body: String) -> String {
    body
}

#[cors(origins = ["https://app.example.com"])]
#[axum::debug_handler]
async fn checked_below(body: String) -> String {
    body
}

/// Handlers with names that an expansion could have for its own items and variables.
mod names {
    use axum::Router;
    use axum::routing::get;
    use cors_axum::{Policy, cors, policy};

    use super::of_tenant;

    const BASE: &str = "https://app.example.com";
    const TAGGED: Policy = policy!(..super::NAMED, expose_headers = ["etag"]);

    #[cors(origins = predicate(of_tenant))]
    async fn origin() {}

    #[cors(origins = [BASE])]
    async fn request(body: String) -> String {
        body
    }

    #[cors(policy = TAGGED)]
    async fn state() {}

    #[cors(policy = TAGGED)]
    async fn base(body: String) -> String {
        body
    }

    #[cors(origins = [BASE])]
    async fn constant() {}

    #[cors(origins = [BASE])]
    async fn receiver() {}

    pub(super) fn routes() -> Router<String> {
        Router::new()
            .route("/origin", get(origin))
            .route("/request", get(request))
            .route("/state", get(state))
            .route("/base", get(base))
            .route("/constant", get(constant))
            .route("/receiver", get(receiver))
    }
}

fn app() -> Router {
    Router::new()
        .merge(names::routes())
        .route("/named", get(named).post(named))
        .route("/asked", get(asked))
        .route("/later", get(asked_later))
        .route("/users/{id}", post(update))
        .route("/above", post(checked_above))
        .route("/below", post(checked_below))
        .with_state("m".to_owned())
}

#[tokio::test]
async fn an_annotated_function_is_called_as_before() {
    assert_eq!(update(State("m".to_owned()), Path(1), Json(Private(2))).await, "1 is 2 m");
    named().await;
}

#[tokio::test]
async fn each_kind_of_policy_answers() {
    let names = ["/origin", "/request", "/state", "/base", "/constant", "/receiver"];
    for path in ["/asked", "/later", "/named"].into_iter().chain(names) {
        assert_eq!(preflight(&app(), path, APP, "GET").await.0, 204, "{path}");
        assert_eq!(preflight(&app(), path, OTHER, "GET").await.0, 403, "{path}");
        let (status, headers, _) = send(&app(), "GET", path, &[("origin", APP)]).await;
        assert_eq!((status, allowed_origin(&headers)), (200, Some(APP)), "{path}");
        let (status, headers, _) = send(&app(), "GET", path, &[("origin", OTHER)]).await;
        let expected = if path == "/later" { 403 } else { 200 };
        assert_eq!((status, allowed_origin(&headers)), (expected, None), "{path}");
    }
    assert_eq!(preflight(&app(), "/named", APP, "POST").await.0, 403);
    for path in ["/users/1", "/above", "/below"] {
        assert_eq!(preflight(&app(), path, APP, "POST").await.0, 204, "{path}");
    }
}

#[tokio::test]
async fn a_router_with_cors_is_a_router_again() {
    let app = Router::new().nest_service("/api", app().cors());
    let request = http::Request::options("/api/named").header("origin", APP);
    let request = request.header("access-control-request-method", "GET");
    let response = app.oneshot(request.body(axum::body::Body::empty()).unwrap()).await.unwrap();
    assert_eq!(response.status(), 204);
}

#[test]
fn this_version_of_axum_says_whom_it_calls() {
    assert_eq!(Cors::check(), Ok(()));
}

//! The preflight of an annotated handler: a service of its own on the handler's path, registered before the handler.

use actix_web::dev::{
    AppService, HttpServiceFactory, ResourceDef, ServiceRequest, ServiceResponse, fn_service,
};
use actix_web::guard::{Guard, fn_guard};
use actix_web::http::StatusCode;
use actix_web::{Error, HttpMessage as _, HttpResponse};
use cors_core::{Decision, PolicyRef};

use crate::decoration::{Decoration, request};
use crate::judge;
use crate::route::Route;

/// Registers a handler behind its preflights, so that those come first.
pub fn register<F: HttpServiceFactory>(routes: &'static [Route], handler: F, config: &mut AppService) {
    for route in routes {
        // A policy that is made when it is needed first is made here, so that a wrong one stops the start.
        if route.endpoint.is_enforced_in_vain() {
            log::error!(target: "cors", "`enforce` on {} refuses nobody, since its policy allows any origin", route.path());
        }
        register_preflight(route, config);
    }
    handler.register(config);
}

fn register_preflight(route: &'static Route, config: &mut AppService) {
    // Every other request falls through to what stands next on the path.
    let is_ours = fn_guard(move |context| match route.endpoint.answers_by(&request(context.head())) {
        Some(PolicyRef::Borrowed(_)) => true,
        Some(policy) => {
            context.req_data_mut().insert(Found(policy));
            true
        }
        None => false,
    });
    let guards: Vec<Box<dyn Guard>> = vec![Box::new(is_ours)];
    let service =
        fn_service(
            move |request: ServiceRequest| async move { Ok::<_, Error>(answer(route, request).await) },
        );
    config.register_service(ResourceDef::new(path(route)), Some(guards), service, None);
}

/// The path as actix-web's `Resource` has it: with a slash before it, if it is not empty.
fn path(route: &Route) -> String {
    let path = route.path();
    if path.is_empty() || path.starts_with('/') { path.to_owned() } else { format!("/{path}") }
}

/// The policy by which a preflight was found to be ours, where it may have been replaced since.
struct Found(PolicyRef<'static>);

async fn answer(route: &'static Route, service_request: ServiceRequest) -> ServiceResponse {
    let found = service_request.extensions_mut().remove();
    let policy = found.map_or_else(|| route.endpoint.policy(), |Found(policy)| policy);
    let head = service_request.head();
    let facts = request(head);
    let is_approved = judge::approves(&route.endpoint, &policy, &facts, service_request.request()).await;
    let decision = route.endpoint.decide_judged(policy, &facts, is_approved);
    let status = match &decision {
        Decision::Answer(answer) => StatusCode::from_u16(answer.status()).ok(),
        Decision::Decorate(_) | Decision::Refuse(_) => None,
    };
    let mut response = HttpResponse::new(status.unwrap_or(StatusCode::FORBIDDEN));
    Decoration::new(decision, head).apply(response.headers_mut());
    service_request.into_response(response)
}

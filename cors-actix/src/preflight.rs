//! The preflight of an annotated handler: a service of its own on the handler's path, registered before the handler.

use actix_web::dev::{
    AppService, HttpServiceFactory, ResourceDef, ServiceRequest, ServiceResponse, fn_service,
};
use actix_web::guard::{Guard, fn_guard};
use actix_web::http::Method;
use actix_web::{Error, HttpMessage as _};
use cors_core::{Inventory, PolicyRef, REFUSED};

use crate::answer::{Answer, Course};
use crate::decoration::request;
use crate::route::Route;
use crate::slot::Slot;
use crate::{judge, report};

/// Registers a handler behind its preflights, so that those come first.
pub fn register<F: HttpServiceFactory>(routes: &'static [Route], handler: F, config: &mut AppService) {
    register_preflights(routes, config);
    handler.register(config);
}

/// Not generic, so that each handler compiles to a call of it.
fn register_preflights(routes: &'static [Route], config: &mut AppService) {
    for route in routes {
        // One that is made when it is needed first is made here, so that a wrong one stops the start.
        drop(route.endpoint.policy());
        if route.endpoint.is_enforced_in_vain() {
            log::error!(target: "cors", "`enforce` on {} refuses nobody, since its policy allows any origin", route.path());
        }
        if route.is_first_registration() {
            report::of_launch(&Inventory::of([(route.path(), &route.endpoint)]));
        }
        register_preflight(route, config);
    }
}

fn register_preflight(route: &'static Route, config: &mut AppService) {
    // Every other request falls through to what stands next on the path, most of them at once.
    let is_options = fn_guard(|context| context.head().method == Method::OPTIONS);
    // The last guard: after it the preflight is called.
    let is_ours = fn_guard(move |context| {
        // The request that follows would come to the route before this one.
        if Slot::is_left_out(&context.req_data()) {
            return false;
        }
        let facts = request(context.head());
        let Some(policy) = route.endpoint.answers_by(&facts) else {
            if route.endpoint.leaves_out(&facts) {
                Slot::put_left_out(&mut context.req_data_mut());
                report::of_left_out(route, context.head());
            }
            return false;
        };
        Slot::put_preflight(&context.req_data());
        if !matches!(policy, PolicyRef::Borrowed(_)) {
            context.req_data_mut().insert(Found(policy));
        }
        true
    });
    let guards: Vec<Box<dyn Guard>> = vec![Box::new(is_options), Box::new(is_ours)];
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
    let question = route.endpoint.question(&policy, &facts);
    let is_approved = judge::approves(question, service_request.request()).await;
    let decision = route.endpoint.decide_judged(policy, &facts, is_approved);
    report::of_route(route, head, &decision);
    let response = match Course::of(decision, head) {
        Course::Answer(answer) => answer.response(),
        // The policy has been replaced by one that does not serve the method any more.
        Course::Decorate(decoration) => Answer::new(REFUSED, decoration).response(),
    };
    service_request.into_response(response)
}

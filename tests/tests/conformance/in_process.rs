//! Every case that needs no socket, as the frameworks' own test clients send it.

use actix_web::body::to_bytes_limited;
use actix_web::dev::Service;
use actix_web::http::Method;
use actix_web::test::{TestRequest, init_service};
use actix_web::{App, rt::System};
use cors_tests::apps;
use cors_tests::counters::watch;
use cors_tests::table::{Case, Expect, Outcome, cases};
use rocket::http::Header;
use rocket::local::blocking::Client;

use crate::check::{Got, report, wrong};

fn quiet(expect: Option<Expect>) -> Option<Expect> {
    expect.filter(|expect| expect.outcome != Outcome::Dropped)
}

#[test]
fn actix() {
    let system = System::new();
    let app = system.block_on(init_service(App::new().configure(apps::actix::configure)));
    let mut failed = Vec::new();
    for case in cases().iter().filter(|case| !case.raw) {
        let Some(expect) = quiet(case.actix.clone()) else { continue };
        let (got, ran) = watch(|| system.block_on(call(&app, case)));
        failed.extend(wrong("actix-web", case, &expect, &got, &ran));
    }
    report(&failed);
}

async fn call<B>(
    app: &impl Service<
        actix_http::Request,
        Response = actix_web::dev::ServiceResponse<B>,
        Error = actix_web::Error,
    >,
    case: &Case,
) -> Got
where
    B: actix_web::body::MessageBody + 'static,
    B::Error: std::fmt::Debug,
{
    let mut request = TestRequest::with_uri(&case.request.target);
    request = request.method(Method::from_bytes(&case.request.method).unwrap());
    request = request.insert_header(("host", case.request.host.as_str()));
    for (name, value) in &case.request.headers {
        request = request.append_header((name.as_slice(), value.as_slice()));
    }
    let request = request.set_payload(case.request.body.clone()).to_request();
    // A server makes a response of an `Err` in the same way.
    let response = match app.call(request).await {
        Ok(response) => response.into_parts().1.map_into_boxed_body(),
        Err(error) => error.error_response(),
    };
    let status = Some(response.status().as_u16());
    let headers = response.headers().iter();
    let headers = headers.map(|(name, value)| (name.as_str().into(), value.as_bytes().to_vec())).collect();
    // What a server does not send after HEAD is still there.
    let body = match case.request.method.as_slice() {
        b"HEAD" => Vec::new(),
        _ => to_bytes_limited(response.into_body(), 1 << 20).await.unwrap().unwrap().to_vec(),
    };
    Got { status, headers, body }
}

#[test]
fn rocket() {
    let client = Client::tracked(apps::rocket::build()).unwrap();
    let mut failed = Vec::new();
    for case in cases().iter().filter(|case| !case.raw) {
        let Some(expect) = quiet(case.rocket.clone()) else { continue };
        let (got, ran) = watch(|| dispatch(&client, case));
        failed.extend(wrong("Rocket", case, &expect, &got, &ran));
    }
    report(&failed);
}

fn dispatch(client: &Client, case: &Case) -> Got {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    let method = text(&case.request.method).parse().unwrap();
    let mut request = client.req(method, case.request.target.clone());
    request.add_header(Header::new("host", case.request.host.clone()));
    for (name, value) in &case.request.headers {
        request.add_header(Header::new(text(name), text(value)));
    }
    request.set_body(&case.request.body);
    let response = request.dispatch();
    let headers = response.headers().iter();
    Got {
        status: Some(response.status().code),
        headers: headers.map(|it| (it.name().as_str().into(), it.value().as_bytes().to_vec())).collect(),
        body: response.into_bytes().unwrap_or_default(),
    }
}

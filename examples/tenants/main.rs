//! Tenants whose pages have origins of their own, listed in a database: `cargo run --example tenants`, or with the path
//! of a database file, `cargo run --example tenants -- tenants.db`.
//!
//! Listens on 127.0.0.1:8080, or on the port in the variable `PORT`. Each request checks the database for the tenant's
//! origins, so a new tenant needs no restart.

mod tenants;

use actix_web::error::ErrorInternalServerError;
use actix_web::{App, HttpRequest, HttpResponse, HttpServer, Responder, get, put, web};
use cors_actix::{Origin, cors, inventory};
use cors_examples::address;

use crate::tenants::Tenants;

/// Reports whether the origin belongs to the tenant in the path.
///
/// A preflight has neither cookie nor token, so the tenant has to be in the path. An error refuses.
async fn is_of_tenant(origin: &Origin<'_>, request: &HttpRequest) -> actix_web::Result<bool> {
    let tenant = request.match_info().get("tenant").unwrap_or_default().to_owned();
    let tenants = request.app_data::<web::Data<Tenants>>().cloned();
    let tenants = tenants.ok_or_else(|| ErrorInternalServerError("no database"))?;
    let origin = origin.as_str().to_owned();
    // SQLite blocks on file access, which must not delay other requests of this thread.
    web::block(move || tenants.has(&tenant, &origin)).await?.map_err(ErrorInternalServerError)
}

/// Serves the pages of that tenant. The token identifies the user, which is a separate check.
#[cors(origins = async_predicate(is_of_tenant), allow_headers = ["authorization"], max_age = "1m")]
#[get("/{tenant}/orders")]
async fn orders(tenant: web::Path<String>) -> impl Responder {
    format!("the orders of {tenant}")
}

/// Serves the operator's tools, which are no pages. A real handler has a login.
#[cors(same_origin)]
#[put("/{tenant}/origin")]
async fn add(
    tenant: web::Path<String>,
    origin: String,
    tenants: web::Data<Tenants>,
) -> actix_web::Result<impl Responder> {
    // Only a serialized origin can ever equal what browsers send.
    if Origin::parse(origin.as_bytes()).is_none() {
        return Ok(HttpResponse::UnprocessableEntity().body("write it as in `https://app.example.com`"));
    }
    web::block(move || tenants.add(&tenant, &origin)).await?.map_err(ErrorInternalServerError)?;
    Ok(HttpResponse::NoContent().finish())
}

#[actix_web::main]
async fn main() -> std::io::Result<()> {
    let file = std::env::args().nth(1).unwrap_or_else(|| ":memory:".to_owned());
    let tenants = web::Data::new(Tenants::open(&file).map_err(std::io::Error::other)?);
    let server = HttpServer::new(move || App::new().app_data(tenants.clone()).service(orders).service(add));
    let server = server.bind(address("PORT", 8080))?;
    for address in server.addrs() {
        print_guide(&format!("http://{address}"));
    }
    server.run().await
}

fn print_guide(base: &str) {
    println!("Tenants on {base}:");
    print!("{}", inventory(&[&orders]));
    println!(
        "
Try, in another terminal:
# nobody knows this page: 403
curl -i -X OPTIONS {base}/acme/orders -H 'Origin: https://shop.acme.example' -H 'Access-Control-Request-Method: GET'
# now it is one of acme's: 204
curl -i -X PUT {base}/acme/origin -H 'Content-Type: text/plain' -d 'https://shop.acme.example'
# so it may: 204
curl -i -X OPTIONS {base}/acme/orders -H 'Origin: https://shop.acme.example' -H 'Access-Control-Request-Method: GET'"
    );
}

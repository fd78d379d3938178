use actix_web::{App, web};
use cors_actix::Cors;

fn main() {
    let _ = App::new().wrap(Cors::permissive()).route("/", web::get().to(|| async { "" }));
    let _ = Cors::default();
    // One slip, one error, whatever the chain goes on with.
    let _ = Cors::default().allowed_origin("https://app.example.com").supports_credentials().max_age(600);
    let _ = Cors::permissive().max_age(600);
}

use axum::Router;
use cors_axum::Cors;

fn main() {
    let _ = Router::<()>::new().layer(cors_tower::Cors::permissive());
    let _ = Cors::permissive();
    let _ = Cors::default();
}

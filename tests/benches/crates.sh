# Applications whose cost `build-cost` and `size` measure, and the format of their tables. Sourced by both.
set -euo pipefail
shopt -s inherit_errexit
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
export CARGO_INCREMENTAL=0
declare -A framework=(
    [actix]='actix-web = { version = "4.15", default-features = false, features = ["macros"] }'
    [rocket]='rocket = { version = "0.5.1", default-features = false }'
    [axum]='axum = { version = "0.8.9", default-features = false, features = ["http1", "tokio"] }
tokio = { version = "1.52", features = ["macros", "net", "rt-multi-thread"] }'
)
declare -A peer_crate=(
    [actix]='actix-cors = "0.7"'
    [rocket]='rocket_cors = { version = "0.6", default-features = false }'
    [axum]='tower-http = { version = "0.7.1", features = ["cors"] }'
)

# Writes a crate into the folder that the fourth argument names: framework, `bare`, `cors` or `peer`, handlers.
crate() {
    mkdir -p "$4/src"
    {
        printf '[workspace]\n[package]\nname = "%s-%s-%s"\nedition = "2024"\n' "$1" "$2" "$3"
        printf '[profile.release]\nstrip = true\n[dependencies]\n%s\n' "${framework[$1]}"
        case $2 in
            cors) printf 'cors-%s = { path = "%s/cors-%s" }\n' "$1" "$root" "$1" ;;
            peer) printf '%s\n' "${peer_crate[$1]}" ;;
        esac
    } >"$4/Cargo.toml"
    cp "$root/Cargo.lock" "$4/Cargo.lock"
    {
        handlers "$1" "$2" "$3"
        "main_of_$1" "$2" "$3"
    } >"$4/src/main.rs"
}

handlers() {
    local attribute='' number
    if [ "$2" = cors ]; then
        printf 'use cors_%s::cors;\n' "$1"
        attribute='#[cors(origins = ["https://app.example.com", "https://*.example.org"], allow_headers = ["content-type"], credentials = true, max_age = "10m")]'
    fi
    for number in $(seq "$3"); do
        printf '%s\n' "$attribute"
        case $1 in
            actix)
                printf '#[actix_web::put("/h%s/{id}")]\n' "$number"
                printf 'async fn h%s(id: actix_web::web::Path<u64>, body: String) -> impl actix_web::Responder {\n' "$number"
                ;;
            rocket)
                printf '#[rocket::put("/h%s/<id>", data = "<body>")]\n' "$number"
                printf 'async fn h%s(id: u64, body: String) -> String {\n' "$number"
                ;;
            axum)
                printf 'async fn h%s(axum::extract::Path(id): axum::extract::Path<u64>, body: String) -> String {\n' "$number"
                ;;
        esac
        printf '    format!("{id} {body}")\n}\n'
    done
}

main_of_actix() {
    printf '#[actix_web::main]\nasync fn main() -> std::io::Result<()> {\n'
    printf '    let app = || actix_web::App::new()'
    [ "$1" != peer ] || cat <<'END'
.wrap(
        actix_cors::Cors::default()
            .allowed_origin("https://app.example.com")
            .allowed_origin_fn(|origin, _| origin.as_bytes().ends_with(b".example.org"))
            .allowed_methods(["PUT"])
            .allowed_header("content-type")
            .supports_credentials()
            .max_age(600),
    )
END
    printf '.configure(|app| {\n'
    printf '        app.service(h%s);\n' $(seq "$2")
    printf '    });\n    actix_web::HttpServer::new(app).bind(("127.0.0.1", 0))?.run().await\n}\n'
}

main_of_rocket() {
    printf '#[rocket::main]\nasync fn main() -> Result<(), Box<dyn std::error::Error>> {\n'
    printf '    let rocket = rocket::build().mount("/", rocket::routes![\n'
    printf '        h%s,\n' $(seq "$2")
    printf '    ]);\n'
    case $1 in
        cors) printf '    let rocket = rocket.attach(cors_rocket::Cors::fairing());\n' ;;
        peer) cat <<'END'
    use rocket_cors::{AllowedHeaders, AllowedOrigins, CorsOptions};
    let cors = CorsOptions {
        allowed_origins: AllowedOrigins::some(&["https://app.example.com"], &[r"^https://.*\.example\.org$"]),
        allowed_methods: [rocket::http::Method::Put.into()].into(),
        allowed_headers: AllowedHeaders::some(&["content-type"]),
        allow_credentials: true,
        max_age: Some(600),
        ..CorsOptions::default()
    };
    let rocket = rocket.attach(cors.to_cors()?);
END
        ;;
    esac
    printf '    rocket.launch().await?;\n    Ok(())\n}\n'
}

main_of_axum() {
    printf '#[tokio::main]\nasync fn main() -> std::io::Result<()> {\n'
    printf '    let app = axum::Router::new();\n'
    printf '    let app = app.route("/h%s/{id}", axum::routing::put(h%s));\n' $(seq "$2" | sed p)
    case $1 in
        cors) printf '    let app = cors_axum::Cors::new(app);\n' ;;
        peer) cat <<'END'
    use axum::http::{HeaderValue, Method, header::CONTENT_TYPE};
    use tower_http::cors::{AllowOrigin, CorsLayer};
    let is_allowed = |origin: &HeaderValue| origin == "https://app.example.com" || origin.as_bytes().ends_with(b".example.org");
    let cors = CorsLayer::new()
        .allow_origin(AllowOrigin::predicate(move |origin, _| is_allowed(origin)))
        .allow_methods([Method::PUT])
        .allow_headers([CONTENT_TYPE])
        .allow_credentials(true)
        .max_age(std::time::Duration::from_secs(600));
    let app = app.layer(cors);
END
        ;;
    esac
    printf '    axum::serve(tokio::net::TcpListener::bind("127.0.0.1:0").await?, app).await\n}\n'
}

row() { printf '%-38s %10s %10s %12s\n' "$@"; }

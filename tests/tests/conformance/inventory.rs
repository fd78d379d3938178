//! The routes of an application as data and as a table, on actix-web and Rocket.

use std::sync::LazyLock;

use cors_core::Policy;

static PARTNERS: Policy = cors_actix::policy!(origins = "https://partner.example", credentials = true);
/// Excludes every method but one.
static BOUND: LazyLock<Policy> =
    LazyLock::new(|| Policy::builder().origins(["*"]).methods(["PUT"]).build().unwrap());

mod on_actix {
    use actix_web::{HttpResponse, delete, get, put, routes};
    use cors_actix::{Inventory, Policy, cors, inventory};

    use super::{BOUND, PARTNERS};

    #[cors(policy = PARTNERS, enforce = "all_methods")]
    #[put("/users/{id}")]
    async fn update() -> HttpResponse {
        HttpResponse::Ok().finish()
    }

    #[cors(origins = "*", expose_headers = "etag")]
    #[routes]
    #[get("/users/{id}")]
    #[get("/people")]
    #[delete("/people")]
    async fn show() -> HttpResponse {
        HttpResponse::Ok().finish()
    }

    #[cors(same_origin)]
    #[get("account")]
    async fn session() -> HttpResponse {
        HttpResponse::Ok().finish()
    }

    #[cors(policy = BOUND)]
    #[delete("/bound")]
    async fn bound() -> HttpResponse {
        HttpResponse::Ok().finish()
    }

    #[cors(origins = "*")]
    #[get("")]
    async fn root() -> HttpResponse {
        HttpResponse::Ok().finish()
    }

    const TABLE: &str = r#"  no method    /bound       origins = ["*"], methods = ["PUT"]
* GET, DELETE  /people      origins = ["*"], expose_headers = ["etag"]
* GET          /users/{id}  origins = ["*"], expose_headers = ["etag"]
  PUT          /users/{id}  origins = ["https://partner.example"], credentials = true, enforce = "all_methods"
  GET          account      same_origin
"#;

    #[test]
    fn the_table_is_sorted_whatever_the_order() {
        assert_eq!(inventory(&[&update, &show, &session, &bound]).to_string(), TABLE);
        assert_eq!(inventory(&[&bound, &session, &show, &update]).to_string(), TABLE);
    }

    #[test]
    fn an_empty_path_is_shown_in_quotes() {
        let inventory = inventory(&[&root, &session, &update]);
        let table = r#"* GET  ""           origins = ["*"]
  PUT  /users/{id}  origins = ["https://partner.example"], credentials = true, enforce = "all_methods"
  GET  account      same_origin
"#;
        assert_eq!(inventory.to_string(), table);
        let row = inventory.rows().first().unwrap();
        assert_eq!((row.path(), row.to_string()), ("", r#"GET "": origins = ["*"]"#.to_owned()));
    }

    #[test]
    fn rows_say_origins_enforce_methods_and_policy() {
        let inventory = inventory(&[&update, &show, &bound]);
        let open: Vec<&str> =
            inventory.rows().iter().filter(|row| row.is_open_to_any()).map(|row| row.path()).collect();
        assert_eq!(open, ["/people", "/users/{id}"]);
        let enforced: Vec<_> = inventory.rows().iter().filter_map(|row| row.enforce()).collect();
        assert_eq!(enforced, ["all_methods"]);
        let row = inventory.rows().last().unwrap();
        assert_eq!((row.methods(), row.policy(), row.path()), (&["PUT"][..], &PARTNERS, "/users/{id}"));
        assert!(inventory.rows().iter().find(|row| row.path() == "/bound").unwrap().methods().is_empty());
        assert_eq!(inventory.default_policy(), None);
    }

    fn paths(inventory: &Inventory) -> Vec<&str> {
        inventory.rows().iter().map(|row| row.path()).collect()
    }

    #[test]
    fn paths_have_the_prefix_of_their_scope() {
        for prefix in ["/api", "/api/"] {
            let inventory = inventory(&[&session, &root, &bound]).under(prefix);
            assert_eq!(paths(&inventory), ["/api", "/api/account", "/api/bound"], "{prefix}");
        }
    }

    #[test]
    fn an_inventory_of_nothing_is_empty() {
        assert_eq!(inventory(&[]).to_string(), "");
        assert_ne!(inventory(&[&root]), inventory(&[&session]));
        assert_eq!(inventory(&[&root]).rows().first().unwrap().policy(), {
            const ANY: Policy = cors_actix::policy!(origins = "*");
            &ANY
        });
    }
}

mod on_rocket {
    use cors_rocket::{Cors, DefaultPolicy, Policy, cors, inventory};
    use rocket::fairing::AdHoc;
    use rocket::local::blocking::Client;
    use rocket::{delete, get, put, routes};

    use super::{BOUND, PARTNERS};

    #[cors(policy = PARTNERS, enforce = "unsafe_methods")]
    #[put("/users/<_id>?<_full>")]
    fn update(_id: u8, _full: Option<bool>) {}

    #[cors(origins = "*")]
    #[get("/users/<_id>")]
    fn show(_id: u8) {}

    #[cors(same_origin)]
    #[get("/users/<_id>", rank = 3)]
    fn closed(_id: &str) {}

    #[cors(policy = BOUND)]
    #[delete("/bound")]
    fn bound() {}

    #[get("/bare")]
    fn bare() {}

    fn table(fairing: Cors) -> String {
        let stage = AdHoc::on_ignite("stage", |rocket| async { rocket.mount("/staged", routes![bound]) });
        let rocket = rocket::build().attach(fairing).attach(stage);
        let client = Client::untracked(rocket.mount("/v1", routes![update, closed, bare, show])).unwrap();
        inventory(client.rocket()).to_string()
    }

    const TABLE: &str = r#"  no method  /staged/bound            origins = ["*"], methods = ["PUT"]
* GET, HEAD  /v1/users/<_id>          origins = ["*"]
  GET, HEAD  /v1/users/<_id>          same_origin
  PUT        /v1/users/<_id>?<_full>  origins = ["https://partner.example"], credentials = true, enforce = "unsafe_methods"
"#;

    #[test]
    fn the_table_of_rocket_has_no_line_without_a_default() {
        assert_eq!(table(Cors::fairing()), TABLE);
    }

    #[test]
    fn the_last_line_of_rocket_is_the_default() {
        let with = |policy: DefaultPolicy| table(Cors::fairing().default_policy(policy));
        let line = "  everything else: origins = [\"https://partner.example\"], credentials = true\n";
        assert_eq!(with(DefaultPolicy::from(&PARTNERS)), format!("{TABLE}{line}"));
        let any = Policy::builder().origins(["*"]).build().unwrap();
        assert_eq!(with(any.into()), format!("{TABLE}* everything else: origins = [\"*\"]\n"));
    }
}

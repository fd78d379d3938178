//! Handlers without `#[cors]`, and annotated ones beside them.

use std::path::PathBuf;

use cors_rocket::cors;
use rocket::{Build, Rocket, delete, get, put, routes};

use crate::counters::ran;

pub(super) fn mount(rocket: Rocket<Build>) -> Rocket<Build> {
    rocket.mount("/", routes![bare, bare_delete, bare_me, person, my_team, team, private, public])
}

#[get("/bare")]
fn bare() {
    ran("bare");
}

#[delete("/zero")]
fn bare_delete() {
    ran("bare-delete");
}

#[put("/people/me")]
fn bare_me() {
    ran("bare-me");
}

#[cors(origins = ["https://app.example.com"])]
#[put("/people/<_id>")]
fn person(_id: &str) {
    ran("person");
}

#[cors(same_origin)]
#[put("/teams/mine")]
fn my_team() {
    ran("my-team");
}

#[cors(origins = ["https://app.example.com"])]
#[put("/teams/<_id>")]
fn team(_id: &str) {
    ran("team");
}

#[get("/private")]
fn private() {
    ran("private");
}

#[cors(origins = "*")]
#[get("/public/<_tail..>")]
fn public(_tail: PathBuf) {
    ran("public");
}

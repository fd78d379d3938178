//! The quickstart servers under attack, beside ordinary visitors: `cargo test -p cors-tests --test load -- --ignored
//! --nocapture`, which takes 20 minutes; `LOAD_SECONDS=20` in front takes two.
//!
//! Each server is visited without attacks for a fifth of the time, then with attackers for all of it. Every visitor
//! gets the correct response, no response is a 5xx, no page gets undue access, and memory and open files stay constant.
//! Response times are printed and fail nothing.

mod attacks;
mod benign;
mod bytes;
mod pace;
mod report;
mod server;
mod slow;

use std::time::Duration;

use report::Report;
use server::Server;

#[test]
#[ignore = "takes 20 minutes"]
fn the_quickstart_servers_stand_a_load() {
    let seconds = std::env::var("LOAD_SECONDS").map_or(300, |seconds| seconds.parse().unwrap());
    let time = Duration::from_secs(seconds);
    let reports = [
        ("cors-actix", "quickstart"),
        ("cors-rocket", "quickstart-rocket"),
        ("cors-axum", "quickstart-axum"),
    ]
    .map(|(package, example)| Report::of(&Server::start(package, example), time));
    let [actix, rocket, axum] = reports.each_ref().map(Report::rows);
    println!("{:<28} {:<48} {:<48} axum", "", "actix-web", "Rocket");
    for (((name, actix), (_, rocket)), (_, axum)) in actix.iter().zip(&rocket).zip(&axum) {
        println!("{name:<28} {actix:<48} {rocket:<48} {axum}");
    }
    reports.iter().for_each(Report::check);
}

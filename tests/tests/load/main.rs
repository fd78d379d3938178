//! Both quickstart servers under attack, beside the visitors of every day:
//! `cargo test -p cors-tests --test load -- --ignored --nocapture`, which takes 13 minutes; `LOAD_SECONDS=20` in front takes one.
//!
//! Each server is visited alone for a fifth of the time, then for all of it with attackers. Every visitor gets the right
//! answer, nobody gets a 5xx, nobody is allowed who is not, and memory and open files stay where they are. How long answers
//! take is printed and fails nothing.

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
#[ignore = "takes 13 minutes"]
fn the_quickstart_servers_stand_a_load() {
    let seconds = std::env::var("LOAD_SECONDS").map_or(300, |seconds| seconds.parse().unwrap());
    let time = Duration::from_secs(seconds);
    let reports = [("cors-actix", "quickstart"), ("cors-rocket", "quickstart-rocket")]
        .map(|(package, example)| Report::of(&Server::start(package, example), time));
    let [actix, rocket] = reports.each_ref().map(Report::rows);
    println!("{:<28} {:<48} Rocket", "", "actix-web");
    for ((name, actix), (_, rocket)) in actix.iter().zip(&rocket) {
        println!("{name:<28} {actix:<48} {rocket}");
    }
    reports.iter().for_each(Report::check);
}

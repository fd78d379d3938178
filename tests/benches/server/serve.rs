//! The servers, each a thread of its own that ends with the process.

use std::net::{Ipv4Addr, SocketAddr};
use std::sync::mpsc::{Sender, channel};
use std::thread;

use actix_web::{App, HttpServer, rt::System};
use rocket::fairing::AdHoc;
use rocket::{Build, Rocket, tokio};

use crate::apps::policies::Setting;
use crate::apps::{actix as with_actix, rocket_web as with_rocket};

/// Starts bare, bare for preflights, ours, and the peer.
pub(crate) fn actix() -> [SocketAddr; 4] {
    // Each application has another type.
    macro_rules! server {
        ($app:expr) => {
            start(|started| {
                System::new().block_on(async move {
                    let server =
                        HttpServer::new(move || $app).workers(1).bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
                    started.send(server.addrs()[0]).unwrap();
                    server.disable_signals().run().await.unwrap();
                });
            })
        };
    }
    [
        server!(App::new().configure(with_actix::bare(Setting::Few))),
        server!(App::new().configure(with_actix::bare_options(Setting::Few))),
        server!(App::new().configure(with_actix::annotated(Setting::Few))),
        server!(App::new().wrap(with_actix::peer(Setting::Few)).configure(with_actix::bare(Setting::Few))),
    ]
}

/// Starts bare, bare for preflights, ours, and the peer.
pub(crate) fn rocket() -> [SocketAddr; 4] {
    let server = |build: fn() -> Rocket<Build>| {
        start(move |started| {
            let tell = AdHoc::on_liftoff("tell the port", move |rocket| {
                Box::pin(async move {
                    started.send(SocketAddr::from((Ipv4Addr::LOCALHOST, rocket.config().port))).unwrap();
                })
            });
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
            runtime.block_on(build().attach(tell).launch()).unwrap();
        })
    };
    [
        server(|| with_rocket::bare(Setting::Few)),
        server(|| with_rocket::bare_options(Setting::Few)),
        server(|| with_rocket::annotated(Setting::Few)),
        server(|| with_rocket::peer(Setting::Few)),
    ]
}

fn start(serve: impl FnOnce(Sender<SocketAddr>) + Send + 'static) -> SocketAddr {
    let (started, has_started) = channel();
    thread::spawn(move || serve(started));
    has_started.recv().unwrap()
}

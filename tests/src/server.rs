//! Servers on ports of their own. Each stops when its value is dropped.

use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::JoinHandle;
use std::time::Duration;

use actix_web::body::MessageBody;
use actix_web::dev::{ServerHandle, ServiceFactory, ServiceRequest, ServiceResponse};
use actix_web::web::ServiceConfig;
use actix_web::{App, HttpServer, rt::System};
use axum::Router;
use axum::serve::{ListenerExt as _, TapIo};
use cors_axum::Cors;
use rocket::data::{Limits, ToByteUnit};
use rocket::fairing::AdHoc;
use rocket::tokio::net::{TcpListener, TcpStream};
use rocket::tokio::runtime::{Builder, Runtime};
use rocket::{Build, Config, Rocket, error::ErrorKind};

/// The longest time until a server listens.
const START: Duration = Duration::from_secs(20);

/// A listener whose connections send each packet at once.
type NoDelay = TapIo<TcpListener, fn(&mut TcpStream)>;

/// A running server. It stops when this value is dropped.
#[derive(Debug)]
pub struct Server {
    /// The address on which it listens.
    pub address: SocketAddr,
    stop: Option<Stop>,
    thread: Option<JoinHandle<()>>,
}

#[derive(Debug)]
enum Stop {
    Actix(ServerHandle),
    Rocket(rocket::Shutdown),
    Axum(Sender<()>),
}

/// The factory inside an actix-web application.
pub trait Served:
    ServiceFactory<
        ServiceRequest,
        Config = (),
        Response = ServiceResponse<Self::Body>,
        Error = actix_web::Error,
        InitError = (),
    > + 'static
{
    /// The body of its responses.
    type Body: MessageBody + 'static;
}

impl<T, B> Served for T
where
    T: ServiceFactory<
            ServiceRequest,
            Config = (),
            Response = ServiceResponse<B>,
            Error = actix_web::Error,
            InitError = (),
        > + 'static,
    B: MessageBody + 'static,
{
    type Body = B;
}

impl Server {
    /// Starts an actix-web server with two workers, each with an application that `configure` fills.
    pub fn actix(configure: fn(&mut ServiceConfig)) -> Self {
        Self::actix_app(move || App::new().configure(configure))
    }

    /// Starts a server like [`actix`](Self::actix), for HTTP/1.1 and HTTP/2 on the same port. The first bytes of a
    /// connection decide on its version.
    pub fn actix_with_http2(configure: fn(&mut ServiceConfig)) -> Self {
        Self::serve_actix(move || App::new().configure(configure), true)
    }

    /// Starts an actix-web server with two workers, each with an application that `app` makes.
    pub fn actix_app<T: Served>(app: impl Fn() -> App<T> + Send + Clone + 'static) -> Self {
        Self::serve_actix(app, false)
    }

    fn serve_actix<T: Served>(app: impl Fn() -> App<T> + Send + Clone + 'static, http2: bool) -> Self {
        Self::start(move |started| {
            let serve = async move {
                let server = HttpServer::new(app).workers(2).tcp_nodelay(true);
                let any_port = (Ipv4Addr::LOCALHOST, 0);
                let server = if http2 { server.bind_auto_h2c(any_port) } else { server.bind(any_port) };
                let server = server.expect("a free port");
                let address = server.addrs()[0];
                let server = server.disable_signals().shutdown_timeout(1).run();
                started.send((address, Stop::Actix(server.handle()))).expect("somebody waits");
                server.await.expect("it stops in peace");
            };
            System::new().block_on(serve);
        })
    }

    /// Starts a Rocket server with the result of `build`.
    pub fn rocket(build: fn() -> Rocket<Build>) -> Self {
        Self::start(move |started| {
            let tell = AdHoc::on_liftoff("tell the port", move |rocket| {
                Box::pin(async move {
                    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, rocket.config().port));
                    started.send((address, Stop::Rocket(rocket.shutdown()))).expect("somebody waits");
                })
            });
            let rocket = build().configure(config()).attach(tell);
            let runtime = multi_threaded();
            if let Err(error) = runtime.block_on(rocket.launch()) {
                // Connections may still be open at the end, such as those of clients that did not wait for a
                // response.
                assert!(matches!(error.kind(), ErrorKind::Shutdown(..)), "the launch failed: {error}");
            }
            runtime.shutdown_timeout(Duration::from_secs(1));
        })
    }

    /// Starts an axum server with the result of `build`, for HTTP/1.1 and HTTP/2 on the same port.
    pub fn axum(build: fn() -> Cors) -> Self {
        Self::serve_axum(move |listener| axum::serve(listener, build()).into_future())
    }

    /// Starts a server like [`axum`](Self::axum), with a router that has layers around its `Cors`.
    pub fn axum_router(build: fn() -> Router) -> Self {
        Self::serve_axum(move |listener| axum::serve(listener, build()).into_future())
    }

    fn serve_axum<F>(serve: impl FnOnce(NoDelay) -> F + Send + 'static) -> Self
    where
        F: Future<Output = io::Result<()>> + Send,
    {
        Self::start(move |started| {
            let runtime = multi_threaded();
            let (stop, stopped) = channel();
            runtime.spawn(async move {
                let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.expect("a free port");
                let address = listener.local_addr().expect("it has one");
                started.send((address, Stop::Axum(stop))).expect("somebody waits");
                let without_delay: fn(&mut TcpStream) = |stream| stream.set_nodelay(true).unwrap_or_default();
                serve(listener.tap_io(without_delay)).await.expect("it ends with the runtime");
            });
            stopped.recv().expect("the server starts");
            runtime.shutdown_timeout(Duration::from_secs(1));
        })
    }

    fn start(serve: impl FnOnce(Sender<(SocketAddr, Stop)>) + Send + 'static) -> Self {
        let (started, has_started): (_, Receiver<(SocketAddr, Stop)>) = channel();
        let thread = std::thread::spawn(move || serve(started));
        let (address, stop) = has_started.recv_timeout(START).expect("the server starts");
        Self { address, stop: Some(stop), thread: Some(thread) }
    }
}

fn multi_threaded() -> Runtime {
    Builder::new_multi_thread().worker_threads(2).enable_all().build().expect("a runtime")
}

/// Returns the configuration of every Rocket in the tests: loopback, a port that the system chooses, no output.
pub fn config() -> Config {
    let mut config =
        Config { address: Ipv4Addr::LOCALHOST.into(), port: 0, workers: 2, ..Config::debug_default() };
    config.limits = Limits::default().limit("string", 500.bytes());
    config.log_level = rocket::config::LogLevel::Off;
    config.shutdown.ctrlc = false;
    config.shutdown.signals.clear();
    (config.shutdown.grace, config.shutdown.mercy) = (0, 0);
    config
}

impl Drop for Server {
    fn drop(&mut self) {
        match self.stop.take() {
            // The command is sent at once. The future only waits for the end, which joining the thread does as well.
            Some(Stop::Actix(handle)) => drop(handle.stop(false)),
            Some(Stop::Rocket(shutdown)) => shutdown.notify(),
            Some(Stop::Axum(stop)) => stop.send(()).unwrap_or_default(),
            None => {}
        }
        if let Some(thread) = self.thread.take() {
            let ended = thread.join();
            assert!(ended.is_ok() || std::thread::panicking(), "the server's thread panicked");
        }
    }
}

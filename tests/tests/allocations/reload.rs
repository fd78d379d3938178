//! Policies that are replaced while requests are served are freed.

use actix_web::test::{TestRequest, call_service, init_service};
use actix_web::{App, HttpResponse, get};
use allocation_counter::measure;
use cors_core::{Policy, ReloadablePolicy};

use super::APP;

#[test]
fn what_is_replaced_is_freed() {
    static LIVE: ReloadablePolicy = ReloadablePolicy::new(Policy::SAME_ORIGIN);
    let replace = |times: usize| {
        for _ in 0..times {
            let held = LIVE.load();
            LIVE.store(Policy::builder().origins([APP]).build().unwrap());
            assert!(LIVE.load().origins().iter().eq([APP]));
            drop(held);
        }
    };
    // Once before the measurement, because the first replacement allocates per-thread state.
    replace(1);
    let memory = measure(|| replace(1000));
    assert!(memory.count_total > 1000, "{memory:?}");
    assert_eq!((memory.count_current, memory.bytes_current), (0, 0), "{memory:?}");
}

#[test]
fn actix_keeps_nothing_of_what_is_replaced() {
    static LIVE: ReloadablePolicy = ReloadablePolicy::new(Policy::SAME_ORIGIN);
    #[cors_actix::cors(policy = LIVE)]
    #[get("/")]
    async fn handler() -> HttpResponse {
        HttpResponse::Ok().finish()
    }
    let with_origins = |count: usize| {
        let origins = (0..count).map(|number| format!("https://tenant-{number}.example.com"));
        Policy::builder().origins(origins).build().unwrap()
    };
    let system = actix_web::rt::System::new();
    let app = system.block_on(init_service(App::new().service(handler)));
    let request_by = |policy: Policy| {
        LIVE.store(policy);
        let request = TestRequest::get().insert_header(("origin", APP)).to_request();
        drop(system.block_on(call_service(&app, request)));
    };
    request_by(with_origins(1));
    let memory = measure(|| {
        request_by(with_origins(10_000));
        LIVE.store(with_origins(1));
    });
    assert!(memory.bytes_max > 100_000, "{memory:?}");
    assert!(memory.bytes_current < 10_000, "{memory:?}");
}

//! A logger that keeps the lines of `cors`, those of each thread by themselves.

use std::cell::RefCell;
use std::sync::{Mutex, Once, PoisonError};

use log::{LevelFilter, Log, Metadata, Record};

struct Collector;

thread_local! {
    static LINES: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
}

impl Log for Collector {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.target() == "cors"
    }

    fn log(&self, record: &Record<'_>) {
        if self.enabled(record.metadata()) {
            let line = format!("{} {}", record.level(), record.args());
            LINES.with_borrow_mut(|lines| lines.push(line));
        }
    }

    fn flush(&self) {}
}

/// What this thread logs at `level` and above while `run` runs. The tests have the level in turn.
pub(crate) fn logged(level: LevelFilter, run: impl FnOnce()) -> Vec<String> {
    static TURN: Mutex<()> = Mutex::new(());
    static SET: Once = Once::new();
    let _turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
    SET.call_once(|| log::set_logger(&Collector).expect("there is no other logger"));
    // Applications are built while others have their turn.
    LINES.take();
    log::set_max_level(level);
    run();
    log::set_max_level(LevelFilter::Off);
    LINES.take()
}

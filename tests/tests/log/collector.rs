//! A logger that keeps the lines of `cors`, per thread, and all together for the logs of servers.

use std::cell::RefCell;
use std::sync::{Mutex, Once, PoisonError};

use log::{LevelFilter, Log, Metadata, Record};

struct Collector;

/// The lines of all threads.
static ALL: Mutex<Vec<String>> = Mutex::new(Vec::new());

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
            ALL.lock().unwrap_or_else(PoisonError::into_inner).push(line.clone());
            LINES.with_borrow_mut(|lines| lines.push(line));
        }
    }

    fn flush(&self) {}
}

/// Installs the logger. Otherwise Rocket would install its own.
pub(crate) fn set() {
    static SET: Once = Once::new();
    SET.call_once(|| log::set_logger(&Collector).expect("there is no other logger"));
}

/// Returns the lines that this thread logs at `level` and above during `run`. The tests set the level one after the
/// other.
pub(crate) fn logged(level: LevelFilter, run: impl FnOnce()) -> Vec<String> {
    in_turn(level, run).0
}

/// Returns the lines of all threads as [`logged`] does, including those of other tests that are starting.
pub(crate) fn logged_by_all(level: LevelFilter, run: impl FnOnce()) -> Vec<String> {
    in_turn(level, run).1
}

fn in_turn(level: LevelFilter, run: impl FnOnce()) -> (Vec<String>, Vec<String>) {
    static TURN: Mutex<()> = Mutex::new(());
    let _turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
    set();
    // Other tests may build applications while they wait for their turn.
    let take = || (LINES.take(), std::mem::take(&mut *ALL.lock().unwrap_or_else(PoisonError::into_inner)));
    drop(take());
    log::set_max_level(level);
    run();
    log::set_max_level(LevelFilter::Off);
    take()
}

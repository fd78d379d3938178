//! A record of the handlers, guards and extractors that ran. Applications run in the process of the tests, so the
//! record is a static. Cases run one at a time.

use std::sync::{Mutex, MutexGuard, PoisonError};

static CASE: Mutex<()> = Mutex::new(());
static RAN: Mutex<Vec<&'static str>> = Mutex::new(Vec::new());

/// Records that `name` runs.
pub fn ran(name: &'static str) {
    lock(&RAN).push(name);
}

/// Runs one case alone, and returns the names that ran in it, sorted.
pub fn watch<T>(case: impl FnOnce() -> T) -> (T, Vec<&'static str>) {
    let _alone = lock(&CASE);
    lock(&RAN).clear();
    let result = case();
    let mut names = std::mem::take(&mut *lock(&RAN));
    names.sort_unstable();
    (result, names)
}

/// Returns the names that have run in this case since the last call, in order.
pub fn taken() -> Vec<&'static str> {
    std::mem::take(&mut *lock(&RAN))
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

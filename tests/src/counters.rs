//! Which handlers, guards and extractors ran. Applications run in the process of the tests, so plain statics tell; one
//! case runs at a time.

use std::sync::{Mutex, MutexGuard, PoisonError};

static CASE: Mutex<()> = Mutex::new(());
static RAN: Mutex<Vec<&'static str>> = Mutex::new(Vec::new());

/// Says that `name` runs.
pub fn ran(name: &'static str) {
    lock(&RAN).push(name);
}

/// Runs one case alone, and tells what ran in it, sorted.
pub fn watch<T>(case: impl FnOnce() -> T) -> (T, Vec<&'static str>) {
    let _alone = lock(&CASE);
    lock(&RAN).clear();
    let result = case();
    let mut names = std::mem::take(&mut *lock(&RAN));
    names.sort_unstable();
    (result, names)
}

/// What has run in this case since the last call, in order.
pub fn taken() -> Vec<&'static str> {
    std::mem::take(&mut *lock(&RAN))
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

//! A value that is lent to a cell of the thread.

use std::cell::RefCell;
use std::mem;
use std::thread::LocalKey;

/// The time in which a cell of the thread has a value. Its end, also by a panic, gives the value back, and the cell what it had.
///
/// It is a guard and no function that takes a closure, since a future of axum is large and would be moved several times.
pub(crate) struct Lent<'v, T: 'static> {
    cell: &'static LocalKey<RefCell<T>>,
    value: &'v mut T,
}

impl<'v, T> Lent<'v, T> {
    #[inline]
    pub(crate) fn begin(cell: &'static LocalKey<RefCell<T>>, value: &'v mut T) -> Self {
        cell.with_borrow_mut(|held| mem::swap(held, value));
        Self { cell, value }
    }
}

impl<T> Drop for Lent<'_, T> {
    #[inline]
    fn drop(&mut self) {
        self.cell.with_borrow_mut(|held| mem::swap(held, self.value));
    }
}

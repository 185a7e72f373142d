//! How often a text was looked at, counted in tests only: growth is told by steps, not by time.

/// Counts `n` looks.
#[inline(always)]
pub(crate) fn take(n: usize) {
    #[cfg(test)]
    counted::TAKEN.set(counted::TAKEN.get() + n as u64);
    let _ = n;
}

#[cfg(test)]
mod counted {
    use std::cell::Cell;

    thread_local! {
        pub(super) static TAKEN: Cell<u64> = const { Cell::new(0) };
    }
}

/// The looks that `work` takes on this thread.
#[cfg(test)]
pub(crate) fn of(work: impl FnOnce()) -> u64 {
    let before = counted::TAKEN.get();
    work();
    counted::TAKEN.get() - before
}

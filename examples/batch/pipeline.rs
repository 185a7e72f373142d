//! Work on several threads, results in order, and never more of either in memory than a few.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// Results that may wait for one before them, a thread.
const AHEAD: usize = 8;

/// How many bytes may be taken in and not yet written, unless one item alone is larger.
const BYTES_AHEAD: usize = 8 << 20;

struct State<T> {
    /// How many items were taken, and written.
    taken: usize,
    written: usize,
    /// Weight of those that were taken and are not written.
    weight: usize,
    done: BTreeMap<usize, (T, usize)>,
    /// No more items will be taken.
    ended: bool,
}

struct Shared<I, T> {
    items: Mutex<I>,
    state: Mutex<State<T>>,
    changed: Condvar,
    stop: Arc<AtomicBool>,
    ahead: usize,
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl<I, T> Shared<I, T> {
    /// The next item with its place in the order and its weight, as soon as there is room for it.
    fn take<X>(&self, weigh: &impl Fn(&X) -> usize) -> Option<(usize, usize, X)>
    where
        I: Iterator<Item = X>,
    {
        let mut items = lock(&self.items);
        let mut state = lock(&self.state);
        while !state.ended
            && state.taken > state.written
            && (state.taken - state.written >= self.ahead || state.weight >= BYTES_AHEAD)
        {
            state = self
                .changed
                .wait(state)
                .unwrap_or_else(PoisonError::into_inner);
        }
        let over = state.ended || self.stop.load(Ordering::Relaxed);
        // Results go on being written while the next item is waited for.
        drop(state);
        let item = if over { None } else { items.next() };
        let mut state = lock(&self.state);
        let Some(item) = item else {
            state.ended = true;
            self.changed.notify_all();
            return None;
        };
        let weight = weigh(&item);
        let index = state.taken;
        state.taken += 1;
        state.weight += weight;
        Some((index, weight, item))
    }
}

/// Hands each item to `work` on one of `jobs` threads, and what comes of it to `write` on this one,
/// in the order of the items. `write` is told whether the next result is there already. `stop` ends
/// it early: what was begun is still written.
///
/// The threads are not waited for: one may be blocked in reading an input that never ends.
///
/// # Errors
/// The first error of `write`, which ends it all.
pub fn run<X, T, E>(
    items: impl Iterator<Item = X> + Send + 'static,
    jobs: usize,
    stop: Arc<AtomicBool>,
    weigh: impl Fn(&X) -> usize + Send + Sync + 'static,
    work: impl Fn(X) -> T + Send + Sync + 'static,
    mut write: impl FnMut(T, bool) -> Result<(), E>,
) -> Result<(), E>
where
    X: Send + 'static,
    T: Send + 'static,
{
    let shared = Arc::new(Shared {
        items: Mutex::new(items),
        state: Mutex::new(State {
            taken: 0,
            written: 0,
            weight: 0,
            done: BTreeMap::new(),
            ended: false,
        }),
        changed: Condvar::new(),
        stop: Arc::clone(&stop),
        ahead: jobs * AHEAD,
    });
    let hands = Arc::new((weigh, work));
    for _ in 0..jobs {
        let (shared, hands) = (Arc::clone(&shared), Arc::clone(&hands));
        std::thread::spawn(move || {
            let (weigh, work) = &*hands;
            while let Some((index, weight, item)) = shared.take(weigh) {
                let result = work(item);
                let mut state = lock(&shared.state);
                state.done.insert(index, (result, weight));
                shared.changed.notify_all();
            }
        });
    }
    loop {
        let mut state = lock(&shared.state);
        let (result, more) = loop {
            let next = state.written;
            if let Some((result, weight)) = state.done.remove(&next) {
                state.weight -= weight;
                break (result, state.done.contains_key(&(next + 1)));
            }
            let stopped = stop.load(Ordering::Relaxed);
            if (state.ended || stopped) && state.written == state.taken {
                state.ended = true;
                shared.changed.notify_all();
                return Ok(());
            }
            // The flag is set by a signal, which wakes nobody.
            let wait = shared
                .changed
                .wait_timeout(state, Duration::from_millis(100));
            state = wait.unwrap_or_else(PoisonError::into_inner).0;
        };
        drop(state);
        let wrote = write(result, more);
        let mut state = lock(&shared.state);
        state.written += 1;
        state.ended |= wrote.is_err();
        shared.changed.notify_all();
        drop(state);
        wrote?;
    }
}

//! How time grows when a text doubles.

use std::hint::black_box;
use std::time::{Duration, Instant};

use crate::shapes::{SEED, SHAPES, grown, mutants};

/// What takes longer is not asked for more.
const PATIENCE: Duration = Duration::from_secs(1);

/// `growth` measures the shapes, `growth SHAPE …` those given, `growth mutate [N [SEED]]` every row
/// of the tables, every line of the fixtures and N random strings of them.
pub fn print(asked: &[String]) {
    match asked {
        [] => table(SHAPES.iter().map(ToString::to_string).collect()),
        [word, numbers @ ..] if word == "mutate" => {
            let number = |i: usize| numbers.get(i).and_then(|n| n.parse().ok());
            let (random, seed) = (number(0).unwrap_or(2_000), number(1).unwrap_or(SEED));
            table(worst(mutants(random as usize, seed)));
        }
        shapes => table(
            shapes
                .iter()
                .map(|shape| shape.replace("\\n", "\n").replace("\\t", "\t"))
                .collect(),
        ),
    }
}

/// Processor time of this thread where the system tells it, else the time of the clock: other
/// programs do not count.
fn now() -> Duration {
    // Makes the system settle its account.
    std::thread::yield_now();
    let account = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let spent = account.and_then(|line| line.split(' ').next()?.parse().ok());
    match spent {
        Some(nanoseconds) => Duration::from_nanos(nanoseconds),
        None => {
            static START: once_cell::sync::OnceCell<Instant> = once_cell::sync::OnceCell::new();
            START.get_or_init(Instant::now).elapsed()
        }
    }
}

/// The best of `rounds`, in seconds.
fn time(text: &str, rounds: usize) -> f64 {
    let once = || {
        let start = now();
        black_box(vanban::extract(black_box(text)));
        (now() - start).as_secs_f64()
    };
    (0..rounds).map(|_| once()).fold(f64::INFINITY, f64::min)
}

/// Of 64 kB, doubled to 4 MB.
const STEPS: usize = 7;

fn table(shapes: Vec<String>) {
    println!("| shape | 0.25 MB, ms | 0.5 MB | 1 MB | 2 MB | 4 MB | worst × | s a MB |");
    println!("|---|---|---|---|---|---|---|---|");
    let (mut worst, mut slowest) = (0f64, 0f64);
    for shape in shapes {
        let mut row = format!("| `{}` |", shape.escape_debug());
        let mut before: Option<f64> = None;
        let (mut most, mut rate) = (0f64, 0f64);
        for step in 0..STEPS {
            let bytes = (64 << 10) << step;
            let text = grown(&shape, bytes);
            let printed = step >= 2;
            let took = time(&text, if printed { 2 } else { 1 });
            let growth = before.map_or(0.0, |before| took / before);
            rate = took * f64::from(1 << 20) / bytes as f64;
            if printed {
                row += &format!(" {:.0} |", took * 1e3);
            }
            if step > 2 {
                most = most.max(growth);
            }
            if took > PATIENCE.as_secs_f64() {
                most = most.max(growth);
                row += &format!(" stopped at {} kB |", bytes >> 10);
                break;
            }
            before = Some(took);
        }
        worst = worst.max(most);
        slowest = slowest.max(rate);
        println!("{row} {most:.2} | {rate:.3} |");
    }
    println!("\nworst growth a doubling: {worst:.2}; the slowest: {slowest:.3} s a MB");
}

/// The thirty units that grew most and the thirty that cost most a byte, told by small texts.
fn worst(units: Vec<String>) -> Vec<String> {
    let mut grew = Vec::new();
    let mut cost = Vec::new();
    let count = units.len();
    for (i, unit) in units.into_iter().enumerate() {
        if i % 1000 == 0 {
            eprintln!("{i} of {count}");
        }
        let (small, large) = (grown(&unit, 16 << 10), grown(&unit, 64 << 10));
        let mut first = time(&small, 1);
        let mut second = time(&large, 1);
        if second / first > 4.6 {
            first = first.min(time(&small, 3));
            second = second.min(time(&large, 2));
        }
        grew.push((second / first, unit.clone()));
        cost.push((second, unit));
    }
    let mut worst = Vec::new();
    for mut list in [grew, cost] {
        list.sort_by(|a, b| b.0.total_cmp(&a.0));
        for (_, unit) in list.into_iter().take(30) {
            if !worst.contains(&unit) {
                worst.push(unit);
            }
        }
    }
    worst
}

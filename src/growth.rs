//! Work grows as the text does: counted in looks at words and gaps, for the shapes that the benches
//! time (`cargo bench --bench stages -- growth`), so that a test does not depend on the machine.

use crate::reading::steps;

#[allow(dead_code)] // the benches need the rest
#[path = "../benches/stages/shapes.rs"]
mod shapes;

/// Twice the text, and a little for what begins only in longer texts.
const MOST: f64 = 2.2;

/// Looks a byte that a text of one shape may take.
const MOST_A_BYTE: f64 = 150.0;

fn looks(shape: &str, bytes: usize) -> f64 {
    let text = shapes::grown(shape, bytes);
    let looks = steps::of(|| {
        std::hint::black_box(crate::extract(&text));
    });
    looks as f64
}

/// What is wrong with the work for a text of one shape when it doubles from so many bytes on, if anything is.
fn fault(shape: &str, bytes: usize) -> Option<String> {
    let (short, long) = (looks(shape, bytes), looks(shape, 2 * bytes));
    let (growth, cost) = (long / short.max(1.0), long / (2 * bytes) as f64);
    let fault = || format!("{shape:?}: × {growth:.2}, {cost:.0} looks a byte");
    (growth > MOST && cost > 1.0 || cost > MOST_A_BYTE).then(fault)
}

/// Enough to show what is quadratic, and little enough to be asked for everything.
const SHORT: usize = 512;
const LONG: usize = 8 << 10;

#[test]
fn hostile_shapes_are_read_in_linear_time() {
    // The tables are read once, and not counted for the first shape.
    crate::extract("Điều 1");
    let bad: Vec<String> = (shapes::SHAPES.iter())
        .filter_map(|shape| fault(shape, LONG))
        .collect();
    assert!(bad.is_empty(), "{}", bad.join("\n"));
}

/// Every short cell and line, and some of the others and strings of them, by short texts; what these tell must
/// hold for long ones.
#[test]
fn what_tables_and_fixtures_hold_is_read_in_linear_time() {
    crate::extract("Điều 1");
    let mut all = shapes::mutants(600, shapes::SEED);
    // What is short stands in a row of its own kind most often.
    let short = shapes::pieces()
        .into_iter()
        .filter(|piece| piece.len() < 32);
    all.extend(short.flat_map(|piece| [format!("{piece} "), format!("{piece}\n")]));
    let bad = |units: &[String]| -> Vec<String> {
        let suspects = units.iter().filter(|unit| fault(unit, SHORT).is_some());
        suspects.filter_map(|unit| fault(unit, LONG)).collect()
    };
    let bad: Vec<String> = std::thread::scope(|scope| {
        let parts = all.chunks(all.len().div_ceil(4));
        let work: Vec<_> = parts.map(|part| scope.spawn(move || bad(part))).collect();
        let done = work.into_iter().map(|work| work.join().expect("no panic"));
        done.flatten().collect()
    });
    assert!(bad.is_empty(), "{}", bad.join("\n"));
}

#[test]
fn the_count_tells_a_quadratic_reader() {
    let count = |bytes: usize| {
        let text = shapes::grown("a ", bytes);
        let reading = crate::reading::Reading::new(&text, &crate::tables::VOCABULARY);
        steps::of(|| {
            for i in 0..reading.len() {
                (0..i).for_each(|j| assert!(reading.word(j).is_some()));
            }
        })
    };
    assert!(count(2_000) as f64 > MOST * count(1_000) as f64);
}

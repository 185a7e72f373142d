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

fn superlinear<'s>(shapes: impl Iterator<Item = &'s str>) -> Vec<String> {
    let mut bad = Vec::new();
    for shape in shapes {
        let (short, long) = (looks(shape, 8 << 10), looks(shape, 16 << 10));
        let (growth, cost) = (long / short.max(1.0), long / f64::from(16 << 10));
        if growth > MOST && cost > 1.0 || cost > MOST_A_BYTE {
            bad.push(format!("{shape:?}: × {growth:.2}, {cost:.0} looks a byte"));
        }
    }
    bad
}

#[test]
fn hostile_shapes_are_read_in_linear_time() {
    // The tables are read once, and not counted for the first shape.
    crate::extract("Điều 1");
    let bad = superlinear(shapes::SHAPES.iter().copied());
    assert!(bad.is_empty(), "{}", bad.join("\n"));
}

#[test]
fn what_tables_and_fixtures_hold_is_read_in_linear_time() {
    crate::extract("Điều 1");
    // A part of them, other ones each time something is added before.
    let all = shapes::mutants(600, shapes::SEED);
    let bad = superlinear(all.iter().map(String::as_str).step_by(41));
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

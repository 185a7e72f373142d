//! Shapes that once broke the reading of citations. Growth is told by steps in `src/growth.rs`.

use vanban::extract;

#[test]
fn a_name_over_a_line_end_gives_no_panic() {
    let text = "Bộ luật Dân sự năm 2015 (sau đây gọi tắt là Bộ\nluật Dân sự) quy định.";
    let document = extract(text);
    assert_eq!(document.citations[0].value.name(), "91/2015/QH13");
}

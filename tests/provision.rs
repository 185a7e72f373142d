//! Provisions as texts write them. In every row the expected span stands between `⟦` and `⟧`,
//! and the targets are separated by ` | `.

mod common;

use common::{Marked, assert_spans};
use proptest::prelude::*;
use vanban::provision::{Level, Provision, ProvisionOf, ProvisionWarning, Target};
use vanban::{Found, Span};

fn find(text: &str) -> Vec<Found<'_, Provision>> {
    vanban::provision::find(text).collect()
}

/// Nothing is said of the document.
const NONE: &str = "";
/// The document that speaks.
const SELF: &str = "self";

fn provisions_in(text: &str) -> Vec<(Span, Provision)> {
    let found = find(text);
    found
        .into_iter()
        .map(|found| (found.span, found.value))
        .collect()
}

/// Sentence, targets, and of what: [`NONE`], [`SELF`], or the level that is called *này*.
type Row = (&'static str, &'static str, &'static str);

fn check(rows: &[Row]) {
    for &(marked, targets, of) in rows {
        let found = assert_spans(&Marked::of(marked), provisions_in, |found| found.0);
        assert_eq!(found.len(), 1, "{marked:?}: {found:#?}");
        let one = &found[0].1;
        let names: Vec<String> = one
            .targets
            .iter()
            .map(|target| target.to_string())
            .collect();
        assert_eq!(names.join(" | "), targets, "{marked:?}");
        let of_seen = match (&one.of, one.within) {
            (None, None) => NONE,
            (Some(ProvisionOf::Itself), None) => SELF,
            (Some(ProvisionOf::Itself), Some(level)) => level.term(),
            other => panic!("{marked:?}: {other:?}"),
        };
        assert_eq!(of_seen, of, "{marked:?}");
        assert_eq!(one.warnings, [], "{marked:?}");
    }
}

#[test]
#[rustfmt::skip]
fn one_unit() {
    check(&[
        ("Thực hiện theo ⟦Điều 5⟧ ngay", "Điều 5", NONE),
        ("Thực hiện theo ⟦Điều 5⟧.", "Điều 5", NONE),
        ("Áp dụng ⟦khoản 3 Điều 31⟧ khi cần", "khoản 3 Điều 31", NONE),
        ("Áp dụng ⟦điểm b khoản 1 Điều 14⟧ khi cần", "điểm b khoản 1 Điều 14", NONE),
        ("theo ⟦khoản 3 điều 31⟧ thì", "khoản 3 Điều 31", NONE),
        ("theo ⟦Khoản 3 Điều 31⟧ thì", "khoản 3 Điều 31", NONE),
        ("⟦Khoản 3 Điều 31⟧ được sửa đổi như sau", "khoản 3 Điều 31", NONE),
        ("THEO ⟦KHOẢN 2 ĐIỀU 9⟧ ĐÃ NÊU", "khoản 2 Điều 9", NONE),
        ("THEO ⟦ĐIỂM Đ KHOẢN 2 ĐIỀU 9A⟧ ĐÃ NÊU", "điểm đ khoản 2 Điều 9a", NONE),
        ("theo ⟦Điểm a Khoản 2 Điều 12⟧ thì", "điểm a khoản 2 Điều 12", NONE),
        ("vi phạm ⟦điểm đ khoản 7 Điều 6⟧ bị phạt", "điểm đ khoản 7 Điều 6", NONE),
        ("vi phạm ⟦điểm a của khoản 7 Điều 6⟧ bị phạt", "điểm a khoản 7 Điều 6", NONE),
        ("vi phạm ⟦điểm a tại khoản 7 của Điều 6⟧ bị phạt", "điểm a khoản 7 Điều 6", NONE),
        ("vi phạm ⟦điểm a) khoản 7 Điều 6⟧ bị phạt", "điểm a khoản 7 Điều 6", NONE),
        ("quy định tại⏎⟦Điều 6⟧ và nơi khác", "Điều 6", NONE),
        ("bổ sung ⟦khoản 2⟧ như sau", "khoản 2", NONE),
        ("bổ sung ⟦điểm c⟧ vào sau", "điểm c", NONE),
        ("bãi bỏ cụm từ ở “⟦khoản 4⟧” đã nêu", "khoản 4", NONE),
        ("(xem ⟦Điều 4⟧)", "Điều 4", NONE),
        ("- Như ⟦Điều 3⟧;", "Điều 3", NONE),
        ("g2) ⟦Phụ lục IV⟧.⏎4. Thay thế", "Phụ lục IV", NONE),
        ("2. ⟦Điều 13⟧.⏎đ) Khác", "Điều 13", NONE),
        ("a) x⏎b) ⟦Khoản 3⟧: Thay từ", "khoản 3", NONE),
        ("theo ⟦Khoản 15 và khoản16 Điều 3⟧ thì", "khoản 15 Điều 3 | khoản 16 Điều 3", NONE),
        ("tại ⟦khoản 7 Mục III Điều 1⟧ Quyết định số 5/QĐ-TTg", "khoản 7 Điều 1 Mục III", NONE),
        ("bãi bỏ:⏎- ⟦khoản 2⟧⏎- (bỏ trống)", "khoản 2", NONE),
        ("theo ⟦mẫu số 01/HTQT⟧của năm trước", "Mẫu số 01/HTQT", NONE),
        ("theo ⟦Mẫu số 01/Bìa⟧ HSHĐ", "Mẫu số 01/Bìa", NONE),
        ("theo ⟦khoản 1 của một trong các Điều 249, 250⟧ đã nêu", "khoản 1 Điều 249 | khoản 1 Điều 250", NONE),
        ("theo ⟦Mẫu 01 - Phụ lục III⟧ đã nêu", "Mẫu số 01 Phụ lục III", NONE),
        ("a) ⟦Điều 3⟧: Thay từ", "Điều 3", NONE),
        ("theo ⟦Điều 12⟧ Nghị định số 15/2020/NĐ-CP", "Điều 12", NONE),
        ("theo ⟦khoản 2 Điều 12⟧ Luật Đất đai năm 2024", "khoản 2 Điều 12", NONE),
        ("tại ⟦Điều VI⟧ của Hiệp định", "Điều VI", NONE),
        ("tại ⟦khoản a Điều 5⟧ của bản cũ", "khoản a Điều 5", NONE),
        ("tại ⟦điểm 3 khoản 5⟧ của bản cũ", "điểm 3 khoản 5", NONE),
        ("tại ⟦Điều 7⟧phải thực hiện", "Điều 7", NONE),
        ("theo ⟦Điều 5⟧ năm trước đã nêu", "Điều 5", NONE),
        ("Điều kiện ở ⟦Điều 8⟧ nhằm điều chỉnh tài khoản", "Điều 8", NONE),
        ("Tại ⟦Điều 5⟧ UBND tỉnh có quyền cấp phép", "Điều 5", NONE),
        ("Điều 1234567 và ⟦khoản 123456 Điều 1⟧", "khoản 123456 Điều 1", NONE),
        ("Mẫu số bìa kèm theo ⟦mẫu số 01/ĐK⟧", "Mẫu số 01/ĐK", NONE),
        ("khoản a triệu đồng của ⟦Điều 3⟧", "Điều 3", NONE),
    ]);
}

#[test]
#[rustfmt::skip]
fn inserted_and_deep_labels() {
    check(&[
        ("theo ⟦Điều 7a⟧ thì", "Điều 7a", NONE),
        ("theo ⟦Điều 48b⟧ thì", "Điều 48b", NONE),
        ("theo ⟦khoản 1a Điều 5⟧ thì", "khoản 1a Điều 5", NONE),
        ("theo ⟦khoản 12a Điều 5⟧ thì", "khoản 12a Điều 5", NONE),
        ("theo ⟦điểm a1 khoản 2 Điều 5⟧ thì", "điểm a1 khoản 2 Điều 5", NONE),
        ("theo ⟦điểm p1 khoản 2⟧ thì", "điểm p1 khoản 2", NONE),
        ("theo ⟦tiểu điểm b5 điểm b khoản 1⟧ thì", "tiết b5 điểm b khoản 1", NONE),
        ("theo ⟦tiết a điểm b khoản 1 Điều 4⟧ thì", "tiết a điểm b khoản 1 Điều 4", NONE),
        ("theo ⟦tiết 2 điểm b khoản 1 Điều 4⟧ thì", "tiết 2 điểm b khoản 1 Điều 4", NONE),
        ("theo ⟦điểm a.1 khoản 2⟧ thì", "điểm a.1 khoản 2", NONE),
        ("theo ⟦điểm d.2 khoản 2⟧ thì", "điểm d.2 khoản 2", NONE),
        ("theo ⟦điểm a(iii) khoản 2 Điều 3⟧ thì", "điểm a(iii) khoản 2 Điều 3", NONE),
        ("theo ⟦điểm 1.2.3 mục II⟧ thì", "điểm 1.2.3 Mục II", NONE),
        ("theo ⟦khoản 2.1 Điều 3⟧ thì", "khoản 2.1 Điều 3", NONE),
        ("theo ⟦điểm aa khoản 2⟧ thì", "điểm aa khoản 2", NONE),
        ("theo ⟦Điều 5a và Điều 5b⟧ thì", "Điều 5a | Điều 5b", NONE),
        ("theo ⟦Điều 5 và 5a⟧ thì", "Điều 5 | Điều 5a", NONE),
        ("theo ⟦Điều 05⟧ thì", "Điều 05", NONE),
    ]);
}

#[test]
#[rustfmt::skip]
fn lists() {
    check(&[
        ("theo ⟦điểm a, b khoản 2 Điều 5⟧ thì", "điểm a khoản 2 Điều 5 | điểm b khoản 2 Điều 5", NONE),
        ("theo ⟦các điểm a, b và c khoản 2 Điều 5⟧ thì", "điểm a khoản 2 Điều 5 | điểm b khoản 2 Điều 5 | điểm c khoản 2 Điều 5", NONE),
        ("theo ⟦điểm a và điểm b khoản 2 Điều 5⟧ thì", "điểm a khoản 2 Điều 5 | điểm b khoản 2 Điều 5", NONE),
        ("theo ⟦điểm a hoặc b khoản 2 Điều 5⟧ thì", "điểm a khoản 2 Điều 5 | điểm b khoản 2 Điều 5", NONE),
        ("theo ⟦điểm a và/hoặc điểm b khoản 2⟧ thì", "điểm a khoản 2 | điểm b khoản 2", NONE),
        ("theo ⟦điểm a), điểm b) khoản 2 Điều 5⟧ thì", "điểm a khoản 2 Điều 5 | điểm b khoản 2 Điều 5", NONE),
        ("theo ⟦điểm a), b) và c) khoản 2⟧ thì", "điểm a khoản 2 | điểm b khoản 2 | điểm c khoản 2", NONE),
        ("theo ⟦các điểm: a, b khoản 2⟧ thì", "điểm a khoản 2 | điểm b khoản 2", NONE),
        ("theo ⟦các khoản 1, 2 và 3 Điều 20⟧ thì", "khoản 1 Điều 20 | khoản 2 Điều 20 | khoản 3 Điều 20", NONE),
        ("theo ⟦khoản 1, khoản 2 Điều 20⟧ thì", "khoản 1 Điều 20 | khoản 2 Điều 20", NONE),
        ("theo ⟦khoản 1 và 2 Điều 20⟧ thì", "khoản 1 Điều 20 | khoản 2 Điều 20", NONE),
        ("theo ⟦khoản 1,2 Điều 20⟧ thì", "khoản 1 Điều 20 | khoản 2 Điều 20", NONE),
        ("theo ⟦các Điều 75, 80 và 81⟧ thì", "Điều 75 | Điều 80 | Điều 81", NONE),
        ("theo ⟦các điều 14, 15, 17⟧ thì", "Điều 14 | Điều 15 | Điều 17", NONE),
        ("theo ⟦các Điều 16, 17, 18, 19, và 20⟧ thì", "Điều 16 | Điều 17 | Điều 18 | Điều 19 | Điều 20", NONE),
        ("theo ⟦Điều 5; Điều 6; Điều 7⟧ thì", "Điều 5 | Điều 6 | Điều 7", NONE),
        ("theo ⟦Điều 5 và khoản 2 Điều 6⟧ thì", "Điều 5 | khoản 2 Điều 6", NONE),
        ("theo ⟦Điều 5, khoản 2 Điều 6⟧ thì", "Điều 5 | khoản 2 Điều 6", NONE),
        ("theo ⟦khoản 1 Điều 5, khoản 2 Điều 6⟧ thì", "khoản 1 Điều 5 | khoản 2 Điều 6", NONE),
        ("theo ⟦khoản 1 Điều 5 và tại khoản 2 Điều 6⟧ thì", "khoản 1 Điều 5 | khoản 2 Điều 6", NONE),
        ("theo ⟦khoản 1 Điều 5 khoản 2 Điều 6⟧ thì", "khoản 1 Điều 5 | khoản 2 Điều 6", NONE),
        ("theo ⟦Điều 43, khoản 1, khoản 2 và khoản 3 Điều 44⟧ thì", "Điều 43 | khoản 1 Điều 44 | khoản 2 Điều 44 | khoản 3 Điều 44", NONE),
        ("theo ⟦điểm a khoản 1, khoản 2 Điều 5⟧ thì", "điểm a khoản 1 Điều 5 | khoản 2 Điều 5", NONE),
        ("theo ⟦điểm a khoản 1, điểm b khoản 2, khoản 3 Điều 5⟧ thì", "điểm a khoản 1 Điều 5 | điểm b khoản 2 Điều 5 | khoản 3 Điều 5", NONE),
        ("theo ⟦khoản 1, 2 và điểm a khoản 3 Điều 5⟧ thì", "khoản 1 Điều 5 | khoản 2 Điều 5 | điểm a khoản 3 Điều 5", NONE),
        ("theo ⟦điểm a, b khoản 1 và điểm c khoản 2 Điều 5; Điều 6⟧ thì", "điểm a khoản 1 Điều 5 | điểm b khoản 1 Điều 5 | điểm c khoản 2 Điều 5 | Điều 6", NONE),
        ("theo ⟦các điểm a, b các khoản 1, 2 Điều 5⟧ thì", "điểm a khoản 1 Điều 5 | điểm b khoản 1 Điều 5 | điểm a khoản 2 Điều 5 | điểm b khoản 2 Điều 5", NONE),
        ("theo ⟦khoản 2 các Điều 5, 6 và 7⟧ thì", "khoản 2 Điều 5 | khoản 2 Điều 6 | khoản 2 Điều 7", NONE),
        ("theo ⟦các khoản 6 và khoản 7 Điều 9⟧ thì", "khoản 6 Điều 9 | khoản 7 Điều 9", NONE),
        ("theo ⟦các điểm e, h, i khoản 3, các điểm a, b khoản 4 Điều 12⟧ của Luật này", "điểm e khoản 3 Điều 12 | điểm h khoản 3 Điều 12 | điểm i khoản 3 Điều 12 | điểm a khoản 4 Điều 12 | điểm b khoản 4 Điều 12", SELF),
        ("theo ⟦khoản 5; khoản 6 Điều 8⟧ thì", "khoản 5 Điều 8 | khoản 6 Điều 8", NONE),
        ("theo ⟦Điều 5, Điều 6 và 7⟧ thì", "Điều 5 | Điều 6 | Điều 7", NONE),
        ("theo ⟦khoản 4 Điều 9 và Phụ lục II⟧ đã nêu", "khoản 4 Điều 9 | Phụ lục II", NONE),
        ("theo ⟦Điều 5⟧, 10 ngày sau", "Điều 5", NONE),
        ("theo ⟦Điều 5⟧ và 3 trường hợp khác", "Điều 5", NONE),
        ("theo ⟦khoản 2 Điều 5⟧ và 02 bộ hồ sơ", "khoản 2 Điều 5", NONE),
        ("theo ⟦khoản 2 Điều 5⟧, 15/2020/NĐ-CP", "khoản 2 Điều 5", NONE),
        ("theo ⟦Điều 5⟧;⏎b) Mục khác", "Điều 5", NONE),
        ("theo ⟦Phần V⟧;⏎e2) Nội dung khác", "Phần V", NONE),
    ]);
}

#[test]
#[rustfmt::skip]
fn ranges() {
    check(&[
        ("⟦Điều 5 đến Điều 9⟧ đã nêu", "Điều 5 | Điều 6 | Điều 7 | Điều 8 | Điều 9", NONE),
        ("từ ⟦Điều 22 đến Điều 25⟧ đã nêu", "Điều 22 | Điều 23 | Điều 24 | Điều 25", NONE),
        ("từ ⟦Điều 22 đến hết Điều 24⟧ đã nêu", "Điều 22 | Điều 23 | Điều 24", NONE),
        ("từ ⟦Điều 22 tới Điều 24⟧ đã nêu", "Điều 22 | Điều 23 | Điều 24", NONE),
        ("tại ⟦Điều 22 đến 24⟧ đã nêu", "Điều 22 | Điều 23 | Điều 24", NONE),
        ("tại ⟦Điều 22-24⟧ đã nêu", "Điều 22 | Điều 23 | Điều 24", NONE),
        ("tại ⟦Điều 22 – 24⟧ đã nêu", "Điều 22 | Điều 23 | Điều 24", NONE),
        ("từ ⟦khoản 1 đến khoản 3 Điều 12⟧ đã nêu", "khoản 1 Điều 12 | khoản 2 Điều 12 | khoản 3 Điều 12", NONE),
        ("⟦các khoản từ 1 đến 3 Điều 12⟧ đã nêu", "khoản 1 Điều 12 | khoản 2 Điều 12 | khoản 3 Điều 12", NONE),
        ("tại ⟦điểm a đến e khoản 1⟧ đã nêu", "điểm a khoản 1 | điểm b khoản 1 | điểm c khoản 1 | điểm d khoản 1 | điểm đ khoản 1 | điểm e khoản 1", NONE),
        ("từ ⟦điểm c đến điểm đ khoản 1⟧ đã nêu", "điểm c khoản 1 | điểm d khoản 1 | điểm đ khoản 1", NONE),
        ("tại ⟦điểm e-i khoản 1⟧ đã nêu", "điểm e khoản 1 | điểm g khoản 1 | điểm h khoản 1 | điểm i khoản 1", NONE),
        ("⟦các điều từ Điều 1 đến Điều 3, các điều 14, 15, từ Điều 22 đến Điều 24⟧ đã nêu", "Điều 1 | Điều 2 | Điều 3 | Điều 14 | Điều 15 | Điều 22 | Điều 23 | Điều 24", NONE),
        ("từ ⟦Chương II đến Chương IV⟧ của Luật này", "Chương II | Chương III | Chương IV", SELF),
        ("từ ⟦Phụ lục VIII đến Phụ lục X⟧ đã nêu", "Phụ lục VIII | Phụ lục IX | Phụ lục X", NONE),
        ("từ ⟦Mẫu số 08 đến Mẫu số 10⟧ đã nêu", "Mẫu số 08 | Mẫu số 09 | Mẫu số 10", NONE),
        ("từ ⟦Điều 7 đến Điều 7a⟧ đã nêu", "Điều 7 | Điều 7a", NONE),
        ("từ ⟦Điều 5 đến Điều 7a⟧ đã nêu", "Điều 5 | Điều 6 | Điều 7 | Điều 7a", NONE),
        ("từ ⟦Điều 5⟧ đến ngày 31/12/2020", "Điều 5", NONE),
        ("từ ⟦Điều 5⟧ đến 31/12/2020", "Điều 5", NONE),
        ("theo ⟦Điều 5⟧ - Luật Đất đai", "Điều 5", NONE),
        ("tại ⟦khoản 2, từ khoản 4 đến khoản 6 Điều 9⟧ đã nêu", "khoản 2 Điều 9 | khoản 4 Điều 9 | khoản 5 Điều 9 | khoản 6 Điều 9", NONE),
    ]);
}

#[test]
#[rustfmt::skip]
fn large_to_small_and_stray_commas() {
    check(&[
        ("theo ⟦Điều 5 khoản 2 điểm a⟧ thì", "điểm a khoản 2 Điều 5", NONE),
        ("theo ⟦Điều 5, khoản 2, điểm a⟧ thì", "điểm a khoản 2 Điều 5", NONE),
        ("theo ⟦Điều 5, khoản 2⟧ thì", "khoản 2 Điều 5", NONE),
        ("theo ⟦điều 5 khoản 2⟧ thì", "khoản 2 Điều 5", NONE),
        ("theo ⟦Điều 5 khoản 2, khoản 3⟧ thì", "khoản 2 Điều 5 | khoản 3 Điều 5", NONE),
        ("theo ⟦Điều 5 khoản 2, 3⟧ thì", "khoản 2 Điều 5 | khoản 3 Điều 5", NONE),
        ("theo ⟦Điều 5 khoản 2 và Điều 6 khoản 3⟧ thì", "khoản 2 Điều 5 | khoản 3 Điều 6", NONE),
        ("theo ⟦Điều 5 khoản 2 điểm a, khoản 3 điểm b, Điều 6⟧ thì", "điểm a khoản 2 Điều 5 | điểm b khoản 3 Điều 5 | Điều 6", NONE),
        ("theo ⟦Điều 43, khoản 1, khoản 2 và khoản 3 Điều 44⟧ thì", "Điều 43 | khoản 1 Điều 44 | khoản 2 Điều 44 | khoản 3 Điều 44", NONE),
        ("theo ⟦khoản 1, Điều 5, khoản 3 Điều 6⟧ thì", "khoản 1 Điều 5 | khoản 3 Điều 6", NONE),
        ("theo ⟦Điều 5, khoản 2, khoản 3, Điều 6⟧ thì", "Điều 5 | khoản 2 Điều 6 | khoản 3 Điều 6", NONE),
        ("theo ⟦điểm a, khoản 2, Điều 5⟧ thì", "điểm a khoản 2 Điều 5", NONE),
        ("theo ⟦điểm a, khoản 2 Điều 5⟧ thì", "điểm a khoản 2 Điều 5", NONE),
        ("theo ⟦khoản 2, Điều 5⟧ thì", "khoản 2 Điều 5", NONE),
        ("theo ⟦khoản 2 - Điều 5⟧ thì", "khoản 2 Điều 5", NONE),
        ("theo ⟦khoản 2 và khoản 3, Điều 5⟧ thì", "khoản 2 Điều 5 | khoản 3 Điều 5", NONE),
        ("theo ⟦Chương II Mục 1⟧ của Luật này", "Mục 1 Chương II", SELF),
        ("theo ⟦Phụ lục II Mục A⟧ đã nêu", "Mục A Phụ lục II", NONE),
        ("gồm: a) ⟦Phụ lục I⟧ CITES gồm loài nguy cấp", "Phụ lục I", NONE),
        // Two articles, and a clause that names no article of its own.
        ("theo ⟦khoản 2 và Điều 5⟧ thì", "khoản 2 | Điều 5", NONE),
    ]);
}

#[test]
#[rustfmt::skip]
fn the_document_itself() {
    check(&[
        ("theo ⟦khoản 2 Điều này⟧ thì", "khoản 2", "Điều"),
        ("theo ⟦khoản 2 và khoản 3 Điều này⟧ thì", "khoản 2 | khoản 3", "Điều"),
        ("theo ⟦khoản 2 điều này⟧ thì", "khoản 2", "Điều"),
        ("theo ⟦khoản 2 của Điều này⟧ thì", "khoản 2", "Điều"),
        ("theo ⟦điểm a khoản này⟧ thì", "điểm a", "khoản"),
        ("theo ⟦điểm a Khoản này⟧ thì", "điểm a", "khoản"),
        ("theo ⟦đoạn 1 và đoạn 2 điểm này⟧ thì", "đoạn 1 | đoạn 2", "điểm"),
        ("theo ⟦các điểm a, b và c khoản 1 Điều này⟧ thì", "điểm a khoản 1 | điểm b khoản 1 | điểm c khoản 1", "Điều"),
        ("quy định tại ⟦Điều này⟧ được áp dụng", "", "Điều"),
        ("quy định chi tiết ⟦Điều này⟧.", "", "Điều"),
        ("quy định tại ⟦khoản này⟧ được áp dụng", "", "khoản"),
        ("quy định tại ⟦điểm này⟧ được áp dụng", "", "điểm"),
        ("quy định tại ⟦Mục này⟧ được áp dụng", "", "Mục"),
        ("quy định tại ⟦Chương này⟧ được áp dụng", "", "Chương"),
        ("quy định chi tiết ⟦khoản này⟧.", "", "khoản"),
        ("theo bảng 2 ⟦Phụ lục này⟧ thì", "", "Phụ lục"),
        ("theo ⟦mục 3 Phụ lục này⟧ thì", "Mục 3", "Phụ lục"),
        ("theo ⟦Điều 5⟧ của Luật này", "Điều 5", SELF),
        ("theo ⟦Điều 5⟧ Nghị định này", "Điều 5", SELF),
        ("theo ⟦Điều 5⟧ Bộ luật này", "Điều 5", SELF),
        ("theo ⟦Điều 5⟧ của Pháp lệnh này", "Điều 5", SELF),
        ("theo ⟦Điều 5⟧ Thông tư liên tịch này", "Điều 5", SELF),
        ("theo ⟦Điều 5⟧ của Quy chế này", "Điều 5", SELF),
        ("theo ⟦Điều 5⟧, của Thông tư này", "Điều 5", SELF),
        ("THEO ⟦ĐIỀU 5⟧ NGHỊ ĐỊNH NÀY", "Điều 5", SELF),
        ("theo ⟦điểm a khoản 2 Điều 5⟧ của Quyết định này", "điểm a khoản 2 Điều 5", SELF),
        ("theo ⟦các Điều 55, 56 và 57⟧ Nghị định này", "Điều 55 | Điều 56 | Điều 57", SELF),
        ("theo ⟦Điều 5⟧ của Luật Đất đai", "Điều 5", NONE),
        ("theo ⟦Điều 5⟧ của Luật, việc này", "Điều 5", NONE),
        ("theo ⟦Điều 5⟧ thì việc này", "Điều 5", NONE),
    ]);
}

#[test]
#[rustfmt::skip]
fn large_units_annexes_and_forms() {
    check(&[
        ("theo ⟦Chương II⟧ của Luật này", "Chương II", SELF),
        ("theo ⟦Mục 8 Chương III⟧ Thông tư này", "Mục 8 Chương III", SELF),
        ("theo ⟦Tiểu mục 2 Mục 1 Chương III⟧ đã nêu", "Tiểu mục 2 Mục 1 Chương III", NONE),
        ("theo ⟦mục 1 điểm a khoản 1 Điều 4⟧ Thông tư này", "điểm a khoản 1 Điều 4 Mục 1", SELF),
        ("theo ⟦tiểu mục 2 mục 1 chương 3⟧ đã nêu", "Tiểu mục 2 Mục 1 Chương 3", NONE),
        ("theo ⟦Phần thứ nhất⟧ của Bộ luật này", "Phần 1", SELF),
        ("theo ⟦Phần II⟧ của đề án", "Phần II", NONE),
        ("theo ⟦mục I Phần A⟧ của đề án", "Mục I Phần A", NONE),
        ("theo ⟦tiết c, tiểu mục 2, mục II⟧ đã nêu", "tiết c Tiểu mục 2 Mục II", NONE),
        ("theo ⟦điểm b, khoản 2, mục III, Phần B⟧ đã nêu", "điểm b khoản 2 Mục III Phần B", NONE),
        ("theo ⟦khoản 2, Điều 5, Chương III⟧ đã nêu", "khoản 2 Điều 5 Chương III", NONE),
        ("theo ⟦Điều 6 đến Điều 7, Mục 1⟧ đã nêu", "Điều 6 | Điều 7 | Mục 1", NONE),
        ("theo ⟦khoản 2 Điều 5 và Chương III⟧ đã nêu", "khoản 2 Điều 5 | Chương III", NONE),
        ("theo ⟦điểm b khoản 3 mục I Phụ lục I⟧ đã nêu", "điểm b khoản 3 Mục I Phụ lục I", NONE),
        ("theo ⟦điểm 3 phần II Phụ lục IV⟧ đã nêu", "điểm 3 Phần II Phụ lục IV", NONE),
        ("theo ⟦khoản 2 Mục XI, khoản 1 Mục XIII⟧ đã nêu", "khoản 2 Mục XI | khoản 1 Mục XIII", NONE),
        ("theo ⟦các Mục 1, 2 và 3 Chương II⟧ đã nêu", "Mục 1 Chương II | Mục 2 Chương II | Mục 3 Chương II", NONE),
        ("theo ⟦Phụ lục I⟧ kèm theo Nghị định này", "Phụ lục I", SELF),
        ("theo ⟦Phụ lục I⟧ ban hành kèm theo Thông tư này", "Phụ lục I", SELF),
        ("theo ⟦Phụ lục I⟧ (ban hành kèm theo Thông tư này)", "Phụ lục I", SELF),
        ("theo ⟦Phụ lục số 02⟧ đã nêu", "Phụ lục 02", NONE),
        ("theo ⟦Phụ lục IIA⟧ đã nêu", "Phụ lục IIA", NONE),
        ("theo ⟦phụ lục 1⟧ đã nêu", "Phụ lục 1", NONE),
        ("theo ⟦Phụ lục A và Phụ lục B⟧ đã nêu", "Phụ lục A | Phụ lục B", NONE),
        ("theo ⟦Phụ lục A, B, C, D⟧ đã nêu", "Phụ lục A | Phụ lục B | Phụ lục C | Phụ lục D", NONE),
        ("theo ⟦Phụ lục I, II và III⟧ đã nêu", "Phụ lục I | Phụ lục II | Phụ lục III", NONE),
        ("thuộc ⟦Phụ lục I, Phụ lục II⟧ CITES", "Phụ lục I | Phụ lục II", NONE),
        ("theo ⟦Mẫu số 01⟧ ban hành kèm theo Nghị định này", "Mẫu số 01", SELF),
        ("theo ⟦Mẫu số 1⟧ Phụ lục ban hành kèm theo Nghị định này", "Mẫu số 1", SELF),
        ("theo ⟦Mẫu số 02⟧ tại Phụ lục ban hành kèm theo Nghị định này", "Mẫu số 02", SELF),
        ("theo ⟦Mẫu số 01 tại Phụ lục I⟧ đã nêu", "Mẫu số 01 Phụ lục I", NONE),
        ("theo ⟦Mẫu số 24 của Phụ lục III⟧ đã nêu", "Mẫu số 24 Phụ lục III", NONE),
        ("theo ⟦mẫu số 1a⟧ đã nêu", "Mẫu số 1a", NONE),
        ("theo ⟦Mẫu 02⟧ đã nêu", "Mẫu số 02", NONE),
        ("theo ⟦Mẫu số 03/ĐGTĐ-PC⟧ đã nêu", "Mẫu số 03/ĐGTĐ-PC", NONE),
        ("theo Biểu ⟦mẫu số 03/ĐG Phụ lục III⟧ đã nêu", "Mẫu số 03/ĐG Phụ lục III", NONE),
        ("theo ⟦Mẫu C1-02/NS⟧ đã nêu", "Mẫu số C1-02/NS", NONE),
        ("theo ⟦các Mẫu số 05, 06A, 06B⟧ đã nêu", "Mẫu số 05 | Mẫu số 06A | Mẫu số 06B", NONE),
    ]);
}

#[test]
#[rustfmt::skip]
fn below_the_point() {
    check(&[
        ("theo ⟦đoạn 1 khoản 2 Điều 3⟧ thì", "đoạn 1 khoản 2 Điều 3", NONE),
        ("theo ⟦đoạn thứ hai khoản 2 Điều 3⟧ thì", "đoạn 2 khoản 2 Điều 3", NONE),
        ("theo ⟦đoạn đầu Điều 21⟧ thì", "đoạn 1 Điều 21", NONE),
        ("theo ⟦đoạn đầu tiên Điều 21⟧ thì", "đoạn 1 Điều 21", NONE),
        ("theo ⟦đoạn cuối khoản 2⟧ thì", "đoạn cuối khoản 2", NONE),
        ("theo ⟦đoạn mở đầu khoản 2 Điều 3⟧ thì", "đoạn mở đầu khoản 2 Điều 3", NONE),
        ("theo ⟦gạch đầu dòng thứ nhất của điểm g⟧ thì", "gạch đầu dòng thứ 1 điểm g", NONE),
        ("theo ⟦gạch đầu dòng thứ 2 điểm a khoản 2⟧ thì", "gạch đầu dòng thứ 2 điểm a khoản 2", NONE),
        ("theo ⟦các gạch đầu dòng thứ 4, 6 và 12 điểm a khoản 3⟧ thì", "gạch đầu dòng thứ 4 điểm a khoản 3 | gạch đầu dòng thứ 6 điểm a khoản 3 | gạch đầu dòng thứ 12 điểm a khoản 3", NONE),
        ("theo ⟦câu thứ nhất khoản 1 Điều 2⟧ thì", "câu 1 khoản 1 Điều 2", NONE),
        ("theo ⟦câu 2 đoạn 1 khoản 1 Điều 2⟧ thì", "câu 2 đoạn 1 khoản 1 Điều 2", NONE),
    ]);
}

#[test]
#[rustfmt::skip]
fn says_what_it_could_not_expand() {
    let rows: &[(&str, &str, ProvisionWarning)] = &[
        ("từ Điều 1 đến Điều 99999", "Điều 1, Điều 99999", ProvisionWarning::RangeTooLong),
        ("từ Điều 9 đến Điều 5", "Điều 9, Điều 5", ProvisionWarning::OnlyEnds),
        ("từ điểm a khoản 1 đến điểm c khoản 2 Điều 5", "điểm a khoản 1 Điều 5, điểm c khoản 2 Điều 5", ProvisionWarning::OnlyEnds),
        ("từ khoản 2 Điều 5 đến Điều 9", "khoản 2 Điều 5, Điều 9", ProvisionWarning::OnlyEnds),
        ("từ điểm a1 đến điểm a3 khoản 2", "điểm a1 khoản 2, điểm a3 khoản 2", ProvisionWarning::OnlyEnds),
    ];
    for &(text, expected, warning) in rows {
        let found = find(text);
        assert_eq!(found.len(), 1, "{text:?}");
        assert_eq!(found[0].value.to_string(), expected, "{text:?}");
        assert_eq!(found[0].value.warnings, [warning], "{text:?}");
    }
    let text = "điểm a đến y khoản 1 đến 99 Điều 5";
    let found = find(text);
    assert_eq!(found[0].value.targets.len(), 500);
    assert_eq!(found[0].value.warnings, [ProvisionWarning::TooManyTargets]);
}

#[test]
fn several_in_a_text() {
    let text = "Theo khoản 1, khoản 2 Điều này và Điều 6 Nghị định này; điểm a khoản này và khoản 3 \
                Điều này; Điều 3 của Nghị định này, khoản 3 Điều 4 Luật Đầu tư.";
    let found = find(text);
    let seen: Vec<(&str, Option<Level>, bool)> = found
        .iter()
        .map(|f| (&*f.text, f.value.within, f.value.of.is_some()))
        .collect();
    assert_eq!(
        seen,
        [
            ("khoản 1, khoản 2 Điều này", Some(Level::Article), true),
            ("Điều 6", None, true),
            ("điểm a khoản này", Some(Level::Clause), true),
            ("khoản 3 Điều này", Some(Level::Article), true),
            ("Điều 3", None, true),
            ("khoản 3 Điều 4", None, false),
        ]
    );
}

#[test]
fn a_law_and_its_headings() {
    let text = "Chương II\nTỔ CHỨC THỰC HIỆN\nMục 1. QUY ĐỊNH CHUNG\nĐiều 5. Phạm vi\n1. Luật này \
                quy định tại Điều 6.\na) Khoản 2 Điều 7 được bãi bỏ.\nĐiều 6\nHiệu lực\n“Điều 7a. Áp \
                dụng\nPHỤ LỤC I\nDANH MỤC\nMẫu số 01\nĐơn";
    let seen: Vec<_> = find(text).into_iter().map(|f| f.text).collect();
    assert_eq!(seen, ["Điều 6", "Khoản 2 Điều 7"]);
}

#[test]
fn stays_quiet() {
    let traps = [
        // The syllable is part of another word.
        "đủ điều kiện 1 và 2",
        "điều chỉnh 3 nội dung",
        "điều hành 5 dự án",
        "điều tiết 2 nguồn",
        "điều tra 4 vụ",
        "điều ước 5 bên",
        "Điều lệ 1 đảng",
        "một số điều của Luật này",
        "các điều, khoản, điểm khác",
        "thời điểm 1 tháng 7",
        "thời điểm a được ghi",
        "địa điểm b đã chọn",
        "quan điểm c của tôi",
        "trọng điểm 3 vùng",
        "tài khoản 112 mở tại ngân hàng",
        "Tài khoản 1 của đơn vị",
        "điều khoản 5 hợp đồng",
        "chuyển khoản 20 lần",
        "khoản vay 5 năm",
        "khoản thu 3 tỷ",
        "khoản chi 10 triệu",
        "gồm 08 chương 76 điều",
        "danh mục 1 kèm theo",
        "Danh mục số 02 kèm theo",
        "hạng mục 2 của gói thầu",
        "mục tiêu 3 năm",
        "mục đích 1",
        "chi tiết 5 bước",
        "chi tiết a của bản vẽ",
        "thời tiết 3 ngày tới",
        "thành phần 1 của dự án",
        "cổ phần 5 phần trăm",
        "học phần 2 gồm",
        "một phần 3 diện tích",
        "Chương trình 135 giai đoạn II",
        "giai đoạn 1 của dự án",
        "giai đoạn 2021 - 2025",
        "công đoạn 3 của dây chuyền",
        "huân chương 2 lần",
        "Kỷ niệm chương 1 chiếc",
        // Amounts, measures, marks, places.
        "một khoản 5 triệu đồng",
        "được khoản 2 tỷ đồng",
        "các khoản 1,5 triệu đồng",
        "hai khoản 300 nghìn đồng",
        "đoạn 1 của tuyến đường",
        "đoạn 2 km qua cầu",
        "đoạn đường 5 km",
        "đoạn từ điểm cuối đến cầu",
        "đoạn 200 m",
        "điểm 5 môn Toán",
        "đạt điểm 10 tuyệt đối",
        "từ điểm A đến điểm B",
        "ở điểm cuối đường",
        "các điểm y tế xã",
        "trừ điểm vi phạm",
        "câu 2 của bài hát",
        "câu hỏi 3",
        "tiết 1 môn Văn",
        "phần 2 của bộ phim",
        "bản công bố phần I",
        "mẫu 5 lít nước",
        "mẫu vật 2",
        // Prose with "này".
        "điều này cho thấy",
        "Điều này cho thấy",
        "các khoản này được hạch toán",
        "thời điểm này",
        "quan điểm này",
        "phần này",
        "câu này",
        // Codes of the state budget, numbers, dates.
        "Mục 6650 Hội nghị",
        "tiểu mục 1701 thuế",
        "Chương 018 của bộ",
        "Khoản 312 kiến thiết thị chính",
        "điều 5/2020",
        "khoản 3% lãi",
        // Names of files.
        "Phụ lục II.docx",
        "Mẫu số 05b-ĐK.TSDA.docx",
        // Headings and markers.
        "Điều 5. Phạm vi điều chỉnh",
        "Điều 5: Phạm vi điều chỉnh",
        "Điều 5 Phạm vi điều chỉnh",
        "Điều 5\nPhạm vi điều chỉnh",
        "   Điều 5. Phạm vi",
        "“Điều 7a. Nguyên tắc",
        "như sau: “Điều 7a. Nguyên tắc áp dụng",
        "Chương II\nQUY ĐỊNH CHUNG",
        "CHƯƠNG II\nQUY ĐỊNH CHUNG",
        "Chương II QUY ĐỊNH CHUNG",
        "Chương II. QUY ĐỊNH CHUNG",
        "Mục 1\nTRÌNH TỰ",
        "Mục 1. TRÌNH TỰ",
        "Phần thứ nhất\nNHỮNG QUY ĐỊNH CHUNG",
        "PHỤ LỤC I\nDANH MỤC",
        "Phụ lục II (Kèm theo Thông tư số 5/2020/TT-BTC)",
        "Mẫu số 01\nĐƠN ĐỀ NGHỊ",
        // The same without line breaks.
        "QUY ĐỊNH CHUNG Điều 1. Phạm vi điều chỉnh",
        "có hiệu lực. Điều 2. Đối tượng áp dụng",
        "(sửa đổi) Điều 2. Đối tượng áp dụng",
        "được bãi bỏ. Chương II QUY ĐỊNH CỤ THỂ",
        "hạn mức thanh khoản\n1. Việc quản lý",
        "của chủ tài khoản\na) Mở sổ",
    ];
    for text in traps {
        let found = find(text);
        assert!(found.is_empty(), "{text:?}: {found:?}");
    }
}

#[test]
fn parse_errors_say_where() {
    for (text, message) in [
        (
            "",
            "expected điểm, khoản, Điều or another level at byte 0, found the end",
        ),
        (
            "5",
            "expected điểm, khoản, Điều or another level at byte 0, found '5'",
        ),
        (
            "Điều",
            "expected the label of a unit at byte 7, found the end",
        ),
        (
            "Điều kiện",
            "expected the label of a unit at byte 8, found 'k'",
        ),
        (
            "khoản của",
            "expected the label of a unit at byte 8, found 'c'",
        ),
        (
            "Điều 5 Luật Đất đai",
            "expected the end of the provision at byte 10, found 'L'",
        ),
        (
            "khoản 2 Điều 5.",
            "expected the end of the provision at byte 19, found '.'",
        ),
    ] {
        let error = text.parse::<Provision>().expect_err(text);
        assert_eq!(error.to_string(), message, "{text:?}");
    }
    let error = "Điều 5, 6".parse::<Target>().expect_err("two units");
    assert_eq!(
        error.to_string(),
        "expected one unit of a document at byte 0, found 'Đ'"
    );
}

#[test]
fn reads_whole_strings() {
    for (text, canonical) in [
        ("Điều 5 khoản 2 điểm a", "điểm a khoản 2 Điều 5"),
        ("KHOẢN 2 ĐIỀU 5", "khoản 2 Điều 5"),
        ("các điểm a, b khoản 2", "điểm a khoản 2, điểm b khoản 2"),
        ("đoạn 1", "đoạn 1"),
        ("khoản 2 Điều này", "khoản 2 Điều này"),
        ("Điều này", "Điều này"),
        ("khoản 2 Điều 5 của Luật này", "khoản 2 Điều 5 văn bản này"),
        ("khoản 2 Điều 5 văn bản này", "khoản 2 Điều 5 văn bản này"),
    ] {
        let provision: Provision = text.parse().expect(text);
        assert_eq!(provision.to_string(), canonical, "{text:?}");
        assert_eq!(canonical.parse(), Ok(provision), "{text:?}");
    }
}

#[cfg(feature = "serde")]
#[test]
fn json() {
    let text = "theo điểm a, b khoản 2 Điều 5 của Luật này và khoản 3 Điều này";
    let json = serde_json::to_value(find(text)).expect("it serialises");
    assert_eq!(
        json,
        serde_json::json!([
            {
                "span": [5, 37], "text": "điểm a, b khoản 2 Điều 5",
                "targets": [
                    {"article": "5", "clause": "2", "point": "a"},
                    {"article": "5", "clause": "2", "point": "b"},
                ],
                "of": "self",
            },
            {
                "span": [60, 82], "text": "khoản 3 Điều này",
                "targets": [{"clause": "3"}],
                "of": "self", "within": "article",
            },
        ])
    );
    let back: Provision = serde_json::from_value(json[1].clone()).expect("it deserialises");
    assert_eq!(back, find(text)[1].value);
}

/// Units of one chapter or of none, each with its article.
fn full_targets() -> impl Strategy<Value = Vec<Target>> {
    let point = prop::option::of("[abcdeghik]|đ|[a-e][1-9]");
    let clause = "[1-9][0-9]?|[1-9][a-c]";
    let unit = ("[1-9][0-9]{0,2}[a-c]?", prop::option::of((clause, point)));
    let chapter = prop::option::of(prop::sample::select(vec!["I", "II", "IX", "14"]));
    (prop::collection::vec(unit, 1..6), chapter).prop_map(|(units, chapter)| {
        let target = |(article, below): (String, Option<(String, Option<String>)>)| {
            let (clause, point) = below.unzip();
            let labels = [
                (Level::Article, Some(article.as_str())),
                (Level::Chapter, chapter),
                (Level::Clause, clause.as_deref()),
                (
                    Level::Point,
                    point.as_ref().and_then(|point| point.as_deref()),
                ),
            ];
            labels
                .into_iter()
                .fold(Target::default(), |target, (level, label)| match label {
                    Some(label) => target.with(level, label).expect("a label"),
                    None => target,
                })
        };
        units.into_iter().map(target).collect()
    })
}

/// Words of the grammar in any order, to reach deep states.
fn soup() -> impl Strategy<Value = String> {
    let words = vec![
        "Điều",
        "điều",
        "khoản",
        "điểm",
        "Mục",
        "Phụ lục",
        "đoạn",
        "gạch đầu dòng",
        "Mẫu số",
        "các",
        "từ",
        "đến",
        "và",
        ",",
        ";",
        "này",
        "5",
        "7a",
        "a",
        "đ",
        "II",
        "thứ nhất",
        "999999",
        ")",
        "(",
        "\n",
        "-",
        ".",
        "Luật này",
        "của",
        "“",
        "kiện",
        "…",
        "2,5 triệu đồng",
    ];
    prop::collection::vec(
        (prop::sample::select(words), prop::bool::weighted(0.8)),
        0..60,
    )
    .prop_map(|words| {
        words
            .into_iter()
            .map(|(word, space)| {
                if space {
                    format!("{word} ")
                } else {
                    word.to_owned()
                }
            })
            .collect()
    })
}

proptest! {
    #[test]
    fn spans_hold_in_any_text(text in prop_oneof![any::<String>(), soup()]) {
        let mut end = 0;
        for found in find(&text) {
            prop_assert!(found.span.start() >= end && !found.span.is_empty());
            prop_assert_eq!(found.span.of(&text), found.text);
            prop_assert!(found.value.targets.len() <= 500);
            prop_assert!(!found.value.targets.is_empty() || found.value.within.is_some());
            end = found.span.end();
        }
    }

    #[test]
    fn parsing_never_panics(text in prop_oneof![any::<String>(), soup()]) {
        if let Err(error) = text.parse::<Provision>() {
            prop_assert!(text.is_char_boundary(error.at));
        }
    }

    #[test]
    fn display_and_parse_agree(targets in full_targets()) {
        let text = targets.iter().map(Target::to_string).collect::<Vec<_>>().join(", ");
        let provision: Provision = text.parse().expect("canonical");
        prop_assert_eq!(provision.targets.to_vec(), targets);
        prop_assert_eq!(provision.to_string(), text.clone());
        let sentence = format!("theo {text} thì");
        let found = find(&sentence);
        prop_assert_eq!(found.len(), 1);
        prop_assert_eq!(&found[0].value, &provision);
    }

    #[test]
    fn what_is_found_reads_back(text in soup()) {
        for found in find(&text) {
            for target in &found.value.targets {
                let canonical = target.to_string();
                let back = canonical.parse::<Target>();
                prop_assert_eq!(back, Ok(target), "{}", canonical);
            }
        }
    }
}

/// Hostile input: the work grows with the length, not with its square.
#[test]
fn long_input_is_read_once() {
    for unit in [
        "đoạn 1, ",
        "Điều 5, ",
        "Điều ",
        "điểm a) ",
        "khoản 1-",
        "Phụ lục ",
        "Điều 1 đến Điều 200, ",
        "các ",
        "điều\n",
        "Điều 1 khoản 1 ",
        "Mẫu số A1",
        "Điều 1 đến Điều 1a, ",
        "Điều 1\n",
        "điểm a đến y các khoản 1 đến 99 ",
        "Phụ lục I AAAA",
    ] {
        let text = unit.repeat(200_000 / unit.len());
        let found = find(&text);
        assert!(
            found.iter().all(|f| f.value.targets.len() <= 500),
            "{unit:?}"
        );
    }
}

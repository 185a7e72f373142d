//! What a row of a table, or a call of the builder, brings about everywhere.

use vanban::amendment::{EffectivityKind, RelationKind};
use vanban::body::{Body, BodyClass};
use vanban::citation::Anaphor;
use vanban::number::{DocumentKind, DocumentSystem};
use vanban::outline::Level;
use vanban::provision::ProvisionOf;
use vanban::{Document, Extractor};

/// A kind and an issuer of 2027.
fn of_2027() -> Extractor {
    Extractor::builder()
        .kind("Sắc chỉ", "SC")
        .body("Bộ Kinh tế số", "BKTS")
        .body("Ấp văn hóa số", "")
        .abbreviation("KTS", "kinh tế số")
        .registry([Body::new("Tạp chí Cộng sản", BodyClass::Party).alias("TC")])
        .build()
}

const PAGE: &str = "\
BỘ KINH TẾ SỐ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 05/2027/SC-BKTS
Hà Nội, ngày 02 tháng 3 năm 2027
SẮC CHỈ
Về dữ liệu mở
Căn cứ Sắc chỉ số 01/2026/SC-BKTS ngày 05/01/2026 của Bộ Kinh tế số về dữ liệu;
Điều 1. Phạm vi
1. Sắc chỉ này quy định về dữ liệu.
2. Việc khác thực hiện theo khoản 2 Điều 5 của Sắc chỉ này và khoản 3 Điều 4 Sắc chỉ nêu trên.
Điều 2. Hiệu lực
Sắc chỉ này có hiệu lực thi hành kể từ ngày 01 tháng 7 năm 2027.
";

/// What the builder's rows must change in `PAGE`, one line a property.
fn properties(document: &Document<'_>) -> Vec<(&'static str, bool)> {
    let header = document.header.as_ref();
    let of_itself = |of: &Option<ProvisionOf>| matches!(of, Some(ProvisionOf::Itself));
    vec![
        (
            "number",
            document
                .numbers
                .iter()
                .any(|n| n.value.kind() == Some("SC") && n.value.warnings().is_empty()),
        ),
        (
            "issuer",
            document
                .bodies
                .iter()
                .any(|b| b.value.name == "Bộ Kinh tế số"),
        ),
        (
            "title",
            header.is_some_and(|h| h.kind.as_ref().is_some_and(|p| p.text == "SẮC CHỈ")),
        ),
        (
            "subject",
            header.is_some_and(|h| {
                h.subject
                    .as_ref()
                    .is_some_and(|p| p.text == "Về dữ liệu mở")
            }),
        ),
        (
            "citation",
            document
                .citations
                .iter()
                .any(|c| c.value.kind.as_deref() == Some("Sắc chỉ")),
        ),
        (
            "this",
            document.references.iter().any(|r| {
                r.value.anaphor == Anaphor::This
                    && names(&r.value.resolves_to) == ["05/2027/SC-BKTS"]
            }),
        ),
        (
            "above",
            document.references.iter().any(|r| {
                r.value.anaphor == Anaphor::SaidAbove
                    && names(&r.value.resolves_to) == ["01/2026/SC-BKTS"]
            }),
        ),
        (
            "provision",
            document.provisions.iter().any(|p| of_itself(&p.value.of)),
        ),
        (
            "effectivity",
            document.effectivity.iter().any(|e| {
                e.value.kind == EffectivityKind::EntersIntoForce
                    && e.value.of == ProvisionOf::Itself
            }),
        ),
    ]
}

fn names(ids: &[vanban::DocumentId]) -> Vec<String> {
    ids.iter().map(vanban::DocumentId::name).collect()
}

#[test]
fn a_kind_and_an_issuer_are_two_calls() {
    for (property, holds) in properties(&of_2027().extract(PAGE)) {
        assert!(holds, "{property}");
    }
    // Without the calls nothing of that is known: every property depends on them.
    for (property, holds) in properties(&vanban::extract(PAGE)) {
        assert!(!holds || property == "subject", "{property}");
    }
}

#[test]
fn the_code_of_an_issuer_tells_the_issuer() {
    let text = "Theo Sắc chỉ số 7/2027/SC-BKTS thì dữ liệu được chia sẻ.";
    let document = of_2027().extract(text);
    let resolved = &document.citations[0].value.resolved;
    assert!(
        format!("{resolved:?}").contains("Bộ Kinh tế số"),
        "{resolved:?}"
    );
    let document = vanban::extract(text);
    assert!(!format!("{:?}", document.citations).contains("Bộ Kinh tế số"));
}

#[test]
fn several_ministries_together_write_no_letters() {
    for (text, joint) in [
        ("Thi hành Lệnh số 31/LB-CQĐT của cơ quan điều tra.", false),
        ("Theo Thông tư số 12/TT-LB thì được miễn.", true),
        ("Theo Thông tư số 7/LB thì được miễn.", true),
    ] {
        let document = vanban::extract(text);
        let issuers = &document.citations[0].value.resolved.issuers;
        assert_eq!(issuers == &["Liên bộ"], joint, "{text} {issuers:?}");
    }
}

#[test]
fn a_body_is_found_whatever_its_name_begins_with() {
    for (text, name) in [
        ("Giao Bộ Kinh tế số chủ trì.", Some("Bộ Kinh tế số")),
        ("BỘ KINH TẾ SỐ chủ trì.", Some("Bộ Kinh tế số")),
        ("Giao Tạp chí Cộng sản chủ trì.", Some("Tạp chí Cộng sản")),
        ("Giao TC chủ trì.", Some("Tạp chí Cộng sản")),
        ("Giao Ấp văn hoá số thực hiện.", Some("Ấp văn hóa số")),
        ("Giao Cục KTS chủ trì.", Some("Cục Kinh tế số")),
        ("một tạp chí cộng sản", None),
        ("TCVN 5574:2018", None),
    ] {
        let document = of_2027().extract(text);
        let found = document
            .bodies
            .first()
            .map(|body| body.value.name.to_string());
        assert_eq!(found.as_deref(), name, "{text}");
    }
}

#[test]
fn an_own_kind_opens_an_annex_and_is_amended() {
    let text = "\
QUYẾT ĐỊNH
Về dữ liệu
Điều 1. Ban hành kèm theo Quyết định này Sắc chỉ về dữ liệu mở.
Điều 2. Quyết định này có hiệu lực từ ngày ký.
Nơi nhận:
- Như Điều 2;
BỘ TRƯỞNG
Nguyễn Văn A
SẮC CHỈ
Về dữ liệu mở
(Ban hành kèm theo Quyết định số 5/QĐ-BKTS)
Điều 1. Phạm vi
Sắc chỉ quy định về dữ liệu mở.
";
    let annexes = |document: &Document<'_>| {
        let nodes = document.outline.iter();
        nodes
            .filter(|node| node.value.level == Level::Annex)
            .count()
    };
    assert_eq!(annexes(&of_2027().extract(text)), 1);
    assert_eq!(annexes(&vanban::extract(text)), 0);

    let text = "Nghị định số 5/2027/NĐ-CP bãi bỏ Sắc chỉ số 9/2026/SC-BKTS.";
    let document = of_2027().extract(text);
    let repeals = &document.relations[0].value;
    assert_eq!(repeals.relation, RelationKind::Repeals);
    assert_eq!(repeals.target.len(), 1);
    assert_eq!(repeals.target[0].to_string(), "9/2026/SC-BKTS");
}

/// Every kind that announces documents is referred to, and names itself.
#[test]
fn every_kind_may_be_referred_to() {
    for name in [
        "Giấy phép",
        "Lệnh",
        "Điều lệ",
        "Thông tri",
        "Báo cáo",
        "Biên bản",
        "Sắc lệnh",
        "Hợp đồng",
        "Phương án",
        "Nghị quyết liên tịch",
        "Án lệ",
        "Tuyên bố",
        "Nội quy",
        "Hiến pháp",
    ] {
        let text = format!("{name} này có hiệu lực từ ngày 01/7/2025.");
        let document = vanban::extract(&text);
        assert_eq!(document.references.len(), 1, "{text}");
        assert_eq!(
            document.references[0].value.anaphor,
            Anaphor::This,
            "{text}"
        );
        assert_eq!(document.effectivity.len(), 1, "{text}");
    }
    for (number, name) in [
        ("05/GP-BTC", "Giấy phép"),
        ("05/2025/L-CTN", "Lệnh"),
        ("05/BC-BTP", "Báo cáo"),
        ("23/SL", "Sắc lệnh"),
        ("05/BB-UBND", "Biên bản"),
    ] {
        let text = format!("Theo {name} số {number} ngày 05/6/2025. {name} nêu trên được gửi đi.");
        let document = vanban::extract(&text);
        let resolved: Vec<_> = document
            .references
            .iter()
            .map(|r| names(&r.value.resolves_to))
            .collect();
        assert_eq!(resolved, [[number]], "{text}");
    }
    for name in [
        "Thông tri",
        "Nghị quyết liên tịch",
        "Sắc lệnh",
        "Phương án",
        "Điều lệ",
    ] {
        // A page without a header is not known to be that document: only the words say *này*.
        let text = format!("theo khoản 2 Điều 5 {name} này");
        let found: Vec<_> = vanban::provision::find(&text).collect();
        assert_eq!(found[0].value.of, Some(ProvisionOf::Itself), "{text}");
    }
}

#[test]
fn everyday_words_refer_to_nothing() {
    for text in [
        "Bên mua trả tiền theo hợp đồng này.",
        "Cơ quan cấp giấy phép nêu trên.",
        "Báo cáo nêu trên",
        "quy định này được áp dụng",
        "dự án này có vốn lớn",
        "các danh mục nêu trên là mẫu",
        "theo kỷ luật này và quy luật này",
        // In a decree a licence is what the decree speaks of.
        "CHÍNH PHỦ\nSố: 47/2026/NĐ-CP\nNGHỊ ĐỊNH\nVề giấy phép\nĐiều 1. Giấy phép này có giá trị 5 năm.\n",
    ] {
        assert_eq!(vanban::extract(text).references, [], "{text}");
    }
}

#[test]
fn tables_agree() {
    for kind in DocumentKind::all() {
        // What stands in one place of the table is found by its code in another.
        for code in &kind.codes {
            assert!(
                DocumentKind::by_code(code).any(|other| other == kind),
                "{code}"
            );
        }
        // Every kind with a code of the State is read in a number.
        let state = kind.systems.iter().any(|system| {
            matches!(
                system,
                DocumentSystem::Administrative | DocumentSystem::Normative
            )
        });
        if let (true, Some(code)) = (state, kind.code()) {
            let text = format!("{} số 12/2025/{code}-BTP", kind.name);
            let document = vanban::extract(&text);
            let have = document
                .numbers
                .first()
                .and_then(|n| n.value.kind().map(str::to_owned));
            assert_eq!(have.as_deref(), Some(code), "{text}");
        }
    }
}

#[test]
fn citations_references_and_the_identity_know_the_rows_of_the_caller() {
    let text = "Ngày 05/6/2027, Bộ Kinh tế số vừa ban hành Sắc chỉ số 12/2027/SC-BKTS về kho số liệu chung. \
                Sắc chỉ này thay thế Sắc chỉ số 03/2025/SC-BKTS ngày 01/02/2025 của Bộ Kinh tế số. \
                Mức phí nêu tại Điều 5 Sắc chỉ số 12.";
    let document = of_2027().extract(text);
    let citation = &document.citations[0].value;
    let date = citation.date.as_ref().map(|date| date.date.to_string());
    assert_eq!(date.as_deref(), Some("2027-06-05"));
    assert_eq!(citation.issuers[0].name, "Bộ Kinh tế số");
    let subject = citation.subject.as_ref().map(|subject| &*subject.text);
    assert_eq!(subject, Some("kho số liệu chung"));
    assert_eq!(document.citations[1].value.issuers[0].name, "Bộ Kinh tế số");
    for reference in &document.references {
        let meant = names(&reference.value.resolves_to);
        assert_eq!(meant, ["12/2027/SC-BKTS"], "{}", reference.text);
    }
    assert_eq!(document.references.len(), 2);
    let of = document.provisions[0].value.of.as_ref();
    assert!(matches!(of, Some(ProvisionOf::Document(id)) if *id == citation.id));
    let identity = document
        .identity
        .as_ref()
        .map(|identity| identity.id.name());
    assert_eq!(identity.as_deref(), Some("12/2027/SC-BKTS"));
    assert!(vanban::extract(text).identity.is_none());
}

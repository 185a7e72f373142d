//! Identifiers, and the numbers that the table of laws tells.

use vanban::extract;

#[test]
fn iris_and_paths() {
    for (text, iri, path) in [
        (
            "Nghị định số 30/2020/NĐ-CP ngày 05/3/2020",
            Some("/akn/vn/act/nghi-dinh/2020-03-05/30-2020-nd-cp"),
            Some("/eli/vn/nghi-dinh/2020/03/05/30-2020-nd-cp"),
        ),
        (
            "Bộ luật Dân sự năm 2015",
            Some("/akn/vn/act/bo-luat/2015-11-24/91-2015-qh13"),
            Some("/eli/vn/bo-luat/2015/11/24/91-2015-qh13"),
        ),
        (
            "Bộ luật số 91/2015/QH13",
            Some("/akn/vn/act/bo-luat/2015-11-24/91-2015-qh13"),
            Some("/eli/vn/bo-luat/2015/11/24/91-2015-qh13"),
        ),
        // Every province has a number 12: the issuer belongs to the key.
        (
            "Quyết định số 12/QĐ-UBND ngày 02/3/2021 của Ủy ban nhân dân tỉnh Sơn La",
            Some("/akn/vn/act/quyet-dinh/uy-ban-nhan-dan-tinh-son-la/2021-03-02/12-qd-ubnd"),
            Some("/eli/vn/quyet-dinh/uy-ban-nhan-dan-tinh-son-la/2021/03/02/12-qd-ubnd"),
        ),
        ("Quyết định số 12/QĐ-UBND ngày 02/3/2021", None, None),
        (
            "Công văn số 4698/BNV-CCVC ngày 15/9/2020 của Bộ Nội vụ",
            Some("/akn/vn/doc/cong-van/2020-09-15/4698-bnv-ccvc"),
            Some("/eli/vn/cong-van/2020/09/15/4698-bnv-ccvc"),
        ),
        (
            "Bản án số 18/2022/DS-ST ngày 24/5/2022 của Tòa án nhân dân tỉnh Vĩnh Phúc",
            Some("/akn/vn/judgment/ban-an/toa-an-nhan-dan-tinh-vinh-phuc/2022-05-24/18-2022-ds-st"),
            Some("/eli/vn/ban-an/toa-an-nhan-dan-tinh-vinh-phuc/2022/05/24/18-2022-ds-st"),
        ),
        (
            "Nghị quyết số 52-NQ/TW ngày 27/9/2019 của Bộ Chính trị",
            Some("/akn/vn/act/nghi-quyet/bo-chinh-tri/2019-09-27/52-nq-tw"),
            Some("/eli/vn/nghi-quyet/bo-chinh-tri/2019/09/27/52-nq-tw"),
        ),
        ("Nghị định số 30/2020/NĐ-CP", None, None),
        ("Nghị quyết Đại hội XIII của Đảng", None, None),
        ("Luật Đất đai", None, None),
    ] {
        let document = extract(text);
        let citation = &document.citations[0].value;
        assert_eq!(citation.id.akn_iri().as_deref(), iri, "{text}");
        assert_eq!(citation.id.eli().as_deref(), path, "{text}");
    }
}

#[test]
fn numbers_of_named_laws() {
    for (text, number, id) in [
        (
            "Bộ luật Dân sự năm 2015",
            Some("91/2015/QH13"),
            "91/2015/QH13",
        ),
        ("BLHS 2015", Some("100/2015/QH13"), "100/2015/QH13"),
        (
            "Luật Doanh nghiệp 2020",
            Some("59/2020/QH14"),
            "59/2020/QH14",
        ),
        (
            "Căn cứ Luật Tổ chức Chính phủ ngày 18 tháng 02 năm 2025;",
            Some("63/2025/QH15"),
            "63/2025/QH15",
        ),
        // A name is of several laws.
        ("Luật Đất đai", None, "Luật Đất đai"),
        // A date that is no law's date is not corrected.
        (
            "Luật Tổ chức Chính phủ ngày 18 tháng 02 năm 2024",
            None,
            "Luật Tổ chức Chính phủ 2024",
        ),
        // Nor does a month or a year tell which of them.
        (
            "Tháng 11/2013, Quốc hội thông qua Luật Đất đai",
            None,
            "Luật Đất đai 2013",
        ),
        ("Hiến pháp năm 2013", None, "Hiến pháp 2013"),
        (
            "Nghị quyết Trung ương 4 khóa XII",
            None,
            "Nghị quyết Trung ương 4 khóa XII",
        ),
        (
            "Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII của Đảng",
            None,
            "Nghị quyết Đại hội XIII của Đảng",
        ),
    ] {
        let document = extract(text);
        let citation = &document.citations[0].value;
        assert_eq!(citation.number, None, "{text}");
        assert_eq!(
            citation.resolved.number.as_ref().map(|n| n.as_str()),
            number,
            "{text}"
        );
        assert_eq!(citation.name(), id, "{text}");
    }
}

#[test]
fn every_identity_is_read_back_from_its_written_form() {
    let pages = std::fs::read_dir("fixtures").expect("the fixtures");
    let mut read = 0;
    for page in pages.map(|page| page.expect("an entry").path()) {
        if page.extension().is_none_or(|kind| kind != "txt") {
            continue;
        }
        let text = std::fs::read_to_string(&page).expect("a text");
        for document in extract(&text).documents {
            let written = document.id.to_string();
            let back: vanban::DocumentId = written.parse().expect("a written identity");
            assert_eq!(back, document.id, "{}", page.display());
            assert_eq!(back.to_string(), written, "{}", page.display());
            read += 1;
        }
    }
    assert!(read > 100, "{read}");
}

/// Two provinces have a decision of one number each.
#[test]
fn what_refers_keeps_the_issuer() {
    let text = "UBND tỉnh Sơn La ban hành Quyết định số 12/QĐ-UBND ngày 05/3/2024. \
                UBND tỉnh Điện Biên ban hành Quyết định số 12/QĐ-UBND ngày 07/3/2024. \
                Quyết định nêu trên thay thế Quyết định số 8/QĐ-UBND ngày 01/02/2020.";
    let document = extract(text);
    let ids: Vec<String> = document
        .documents
        .iter()
        .map(|d| d.id.to_string())
        .collect();
    assert_eq!(
        ids,
        [
            "Quyết định 12/QĐ-UBND (Ủy ban nhân dân tỉnh Sơn La; 2024-03-05)",
            "Quyết định 12/QĐ-UBND (Ủy ban nhân dân tỉnh Điện Biên; 2024-03-07)",
            "Quyết định 8/QĐ-UBND (2020-02-01)",
        ]
    );
    assert_eq!(
        document.references[0].value.resolves_to,
        [document.documents[1].id.clone()]
    );
    let edge = document
        .graph()
        .find(|edge| edge.relation.as_str() == "replaces")
        .expect("a replacement");
    assert_eq!(edge.source.id(), Some(&document.documents[1].id));
}

/// A block of metadata tells day and issuer of the number in it, and its title is no issuer.
#[test]
fn a_block_of_metadata_completes_the_identity() {
    let page = "THÔNG TIN VĂN BẢN\nSố hiệu: 15/2024/QĐ-UBND\nNgày ban hành: 5/3/2024\nCơ quan ban hành: UBND tỉnh Hà Nam\nĐiều 1. Phạm vi\nQuyết định này quy định việc thu gom chất thải.\nĐiều 2. Hiệu lực\nQuyết định này có hiệu lực từ ngày ký.";
    let document = extract(page);
    let identity = document.identity.as_ref().expect("the page says it");
    assert_eq!(identity.date.as_deref(), Some("2024-03-05"));
    assert_eq!(identity.issuers, ["Ủy ban nhân dân tỉnh Hà Nam"]);
    let header = document.header.as_ref();
    assert!(header.is_none_or(|header| header.issuer.is_empty()));
}

/// What a page without a header announces; `-` where that is nothing, or may be two.
#[test]
fn what_a_page_announces() {
    for (page, announced) in [
        (
            "Nghị quyết mới về đất đai\nBộ Chính trị vừa ban hành Nghị quyết số 52-NQ/TW ngày 27/9/2019.\nNghị quyết gồm ba phần.",
            "Nghị quyết 52-NQ/TW (Bộ Chính trị; 2019-09-27)",
        ),
        (
            "Bộ Y tế ban hành Quyết định số 5/QĐ-BYT về tiêm chủng\nNgày 3/2/2024, cuộc họp diễn ra theo Nghị định số 1/2020/NĐ-CP.",
            "Quyết định 5/QĐ-BYT",
        ),
        (
            "Tin mới\nThông tư số 22/2021/TT-BGDĐT vừa được Bộ Giáo dục và Đào tạo ban hành.",
            "Thông tư 22/2021/TT-BGDĐT",
        ),
        (
            "Giá vàng\nChính phủ vừa ban hành Nghị định số 1/2020/NĐ-CP. Bộ Y tế vừa ban hành Thông tư số 2/2020/TT-BYT.",
            "-",
        ),
        (
            "Giá vàng\nNăm 2019, Bộ Chính trị đã ban hành Nghị quyết số 52-NQ/TW.",
            "-",
        ),
        (
            "Giá vàng\nMột.\nHai.\nBa.\nChính phủ vừa ban hành Nghị định số 1/2020/NĐ-CP.",
            "-",
        ),
        ("Bộ Y tế thực hiện Nghị định số 1/2020/NĐ-CP", "-"),
        (
            "Chương III Nghị định 24/2016/NĐ-CP: Quản lý ngân quỹ\nSố hiệu: | 24/2016/NĐ-CP | Loại văn bản: | Nghị định |\nNơi ban hành: | Chính phủ | Người ký: | Nguyễn Văn A |\nNgày ban hành: | 05/04/2016 | Ngày hiệu lực: | 01/06/2016 |\nNghị định số 24/2016/NĐ-CP thay thế Nghị định số 5/2010/NĐ-CP.",
            "Nghị định 24/2016/NĐ-CP",
        ),
        (
            "Thông tư 6/2014/TT-BYT sửa đổi Thông tư 3/2012/TT-BYT do Bộ Y tế ban hành\nTin mới về thuốc.",
            "Thông tư 6/2014/TT-BYT",
        ),
        // A list of documents is about none of them.
        (
            "Văn bản mới\nSố ký hiệu | Ngày ban hành | Cơ quan ban hành\n5/QĐ-BYT | 3/2/2024 | Bộ Y tế\n6/QĐ-BYT | 4/2/2024 | Bộ Y tế",
            "-",
        ),
        (
            "Hỏi đáp\nSố hiệu: 5/QĐ-BYT\nXin hỏi quyết định này còn hiệu lực không?",
            "-",
        ),
        (
            "Số: 5/QĐ-BYT\nQUYẾT ĐỊNH\nĐiều 1. Bộ Y tế vừa ban hành Quyết định số 4/QĐ-BYT.",
            "-",
        ),
    ] {
        let document = extract(page);
        let identity = document.identity.as_ref().filter(|of| of.announced);
        let found = identity.map_or_else(|| "-".to_owned(), |of| of.id.to_string());
        assert_eq!(found, announced, "{page}");
        assert!(
            identity.is_none() || document.identity().is_none(),
            "{page}"
        );
    }
}

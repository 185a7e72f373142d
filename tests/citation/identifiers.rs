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

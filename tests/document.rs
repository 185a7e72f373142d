//! A document as a value: kept, shared, written and read back.

mod pages;

use pages::fixtures as pages;
use vanban::Document;
use vanban::outline::Chunk;

#[test]
fn can_be_sent_and_shared() {
    fn check<T: Send + Sync + 'static>() {}
    check::<Document<'static>>();
    check::<vanban::Extractor>();
    check::<vanban::Text<'static>>();
    check::<vanban::ParseError>();
}

#[test]
fn outlives_its_source() {
    fn load(page: &str) -> Document<'static> {
        let page = page.to_owned();
        vanban::extract(&page).into_owned()
    }
    for (path, page) in pages() {
        assert_eq!(load(&page), vanban::extract(&page), "{}", path.display());
    }
}

#[test]
fn json_gives_the_document_back() {
    for (path, page) in pages() {
        let document = vanban::extract(&page);
        let json = serde_json::to_string(&document).expect("a document is JSON");
        let again: Document<'static> = serde_json::from_str(&json)
            .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        assert_eq!(again, document, "{}", path.display());
        let json_again = serde_json::to_string(&again).expect("a document is JSON");
        assert_eq!(json_again, json, "{}", path.display());
    }
}

#[test]
fn json_leaves_out_what_is_null_false_or_empty() {
    fn check(path: &str, value: &serde_json::Value) {
        use serde_json::Value;
        let empty = match value {
            Value::Null | Value::Bool(false) => true,
            Value::String(words) => words.is_empty(),
            Value::Array(list) => list.is_empty(),
            Value::Object(keys) => keys.is_empty(),
            _ => false,
        };
        assert!(!empty, "{path} is {value}");
        match value {
            Value::Array(list) => list.iter().for_each(|value| check(path, value)),
            Value::Object(keys) => keys
                .iter()
                .for_each(|(key, value)| check(&format!("{path}.{key}"), value)),
            _ => {}
        }
    }
    for (path, page) in pages() {
        let json = serde_json::to_value(vanban::extract(&page)).expect("a document is JSON");
        assert_eq!(json["schema"], 2);
        check(&path.display().to_string(), &json);
    }
}

#[test]
fn json_of_another_schema_is_refused() {
    for (json, message) in [
        ("{}", "missing field `schema` at line 1 column 2"),
        (
            r#"{"schema": 1}"#,
            "this is schema 1, only schema 2 is read at line 1 column 13",
        ),
    ] {
        let error = serde_json::from_str::<Document<'_>>(json).unwrap_err();
        assert_eq!(error.to_string(), message);
    }
    let empty: Document<'_> = serde_json::from_str(r#"{"schema": 2}"#).expect("an empty document");
    assert_eq!(empty, Document::default());
}

#[test]
fn json_of_a_span_that_ends_before_it_starts_is_refused() {
    let error = serde_json::from_str::<vanban::Span>("[5,2]").unwrap_err();
    assert_eq!(
        error.to_string(),
        "expected a span that ends behind its start, found [5,2]"
    );
    let error = vanban::Span::try_from(std::ops::Range { start: 5, end: 2 }).unwrap_err();
    assert_eq!(
        error.to_string(),
        "expected a span that ends behind its start, found [5,2]"
    );
}

#[test]
fn offsets_are_recounted_with_all_that_hangs_below() {
    use vanban::Offsets;
    for (path, page) in pages() {
        let bytes = vanban::extract(&page);
        for unit in [Offsets::Chars, Offsets::Utf16] {
            let counted = vanban::extract(&page).recount(&page, unit);
            assert_eq!(counted.offsets, unit);
            let count = |at: usize| match unit {
                Offsets::Chars => page[..at].chars().count(),
                _ => page[..at].encode_utf16().count(),
            };
            let json = |document: &Document<'_>| serde_json::to_value(document).expect("JSON");
            let mut expected = json(&bytes);
            recount(&mut expected, &count);
            let mut found = json(&counted);
            found.as_object_mut().expect("a document").remove("offsets");
            assert_eq!(found, expected, "{} {unit:?}", path.display());
        }
    }
}

/// Recounts whatever looks like a span: two whole numbers.
fn recount(json: &mut serde_json::Value, count: &impl Fn(usize) -> usize) {
    use serde_json::Value;
    match json {
        Value::Array(list) if list.len() == 2 && list.iter().all(Value::is_u64) => {
            for offset in list {
                *offset = count(offset.as_u64().expect("an offset") as usize).into();
            }
        }
        Value::Array(list) => list.iter_mut().for_each(|value| recount(value, count)),
        Value::Object(keys) => keys.values_mut().for_each(|value| recount(value, count)),
        _ => {}
    }
}

/// Chunks stay below the limit, stand where they say, and hold every word of the units.
#[test]
fn chunks_of_the_fixtures() {
    for (path, page) in pages() {
        let name = path.display();
        let document = vanban::extract(&page);
        for limit in [40, 200, 2000] {
            let chunks = document.chunks(&page, limit);
            let mut end = 0;
            for chunk in &chunks {
                assert!(
                    chunk.context.len() + chunk.text.len() <= limit,
                    "{name}: {chunk:?}"
                );
                assert_eq!(chunk.span.of(&page), chunk.text, "{name}");
                assert!(
                    end <= chunk.span.start() && !chunk.text.is_empty(),
                    "{name}: {chunk:?}"
                );
                end = chunk.span.end();
            }
            let json = serde_json::to_value(&chunks).expect("chunks are JSON");
            let kept: Vec<Chunk<'static>> =
                serde_json::from_value(json).expect("and are read back");
            assert_eq!(kept, chunks, "{name}");
            for unit in document.units() {
                let body = unit.value.body;
                let words = chunks.iter().filter(|chunk| chunk.span.overlaps(body));
                let bytes: usize = words
                    .map(|chunk| chunk.text.split_whitespace().count())
                    .sum();
                let wanted = body.of(&page).split_whitespace().count();
                assert!(
                    bytes >= wanted,
                    "{name}: {} has {bytes} of {wanted} words",
                    unit.value.path
                );
            }
        }
    }
}

#[test]
fn an_amending_clause_is_one_chunk_with_what_it_quotes() {
    let page = "Điều 1. Sửa đổi Nghị định số 5/2020/NĐ-CP\n1. Sửa đổi Điều 7 như sau:\n\
                “Điều 7. Hồ sơ\n1. Đơn đề nghị.”\n2. Bãi bỏ Điều 9.\nNơi nhận:\n- Lưu: VT.\n";
    let document = vanban::extract(page);
    let chunks = document.chunks(page, 1000);
    let chunks: Vec<(&str, &str)> = chunks
        .iter()
        .map(|chunk| (&*chunk.path, &*chunk.text))
        .collect();
    assert_eq!(
        chunks,
        [
            (
                "1/1",
                "Sửa đổi Điều 7 như sau:\n“Điều 7. Hồ sơ\n1. Đơn đề nghị.”"
            ),
            ("1/2", "Bãi bỏ Điều 9."),
        ]
    );
}

#[test]
fn issuers_of_letterheads_in_two_columns() {
    let right = "Độc lập - Tự do - Hạnh phúc";
    for (left, issuers) in [
        (
            ["ỦY BAN NHÂN DÂN", "THÀNH PHỐ CẦN THƠ"],
            &["Ủy ban nhân dân thành phố Cần Thơ"][..],
        ),
        (
            ["ỦY BAN NHÂN DÂN", "TỈNH LÀO CAI"],
            &["Ủy ban nhân dân tỉnh Lào Cai"],
        ),
        (["CÔNG TY ABC", "TỈNH LÀO CAI"], &[]),
        (["ABC", "VÀ XYZ"], &[]),
        (["BỘ TƯ PHÁP", "XYZ"], &[]),
    ] {
        for gap in ["     ", "\t"] {
            let [above, below] = left;
            let page = format!(
                "{above}{gap}CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n{below}{gap}{right}\n\
                 Số: 12/QĐ-UBND{gap}Hà Nội, ngày 12 tháng 5 năm 2025\nQUYẾT ĐỊNH\nVề giá\nĐiều 1. Một"
            );
            let identity = vanban::extract(&page).identity.unwrap();
            assert_eq!(identity.issuers, issuers, "{page}");
        }
    }
}

/// Header, then the kind, the number and the issuers of the page.
#[test]
fn who_the_page_is_of() {
    for (header, expected) in [
        (
            "VĂN PHÒNG QUỐC HỘI\nSố: 31/VBHN-VPQH\nHà Nội, ngày 12 tháng 5 năm 2025\nLUẬT\nTHƯ VIỆN\n",
            "Văn bản hợp nhất | 31/VBHN-VPQH | Văn phòng Quốc hội",
        ),
        (
            "VĂN PHÒNG CHÍNH PHỦ\nSố: 215/TB-VPCP\nHà Nội, ngày 12 tháng 5 năm 2025\nTHÔNG BÁO\nKết luận của Phó Thủ tướng\n",
            "Thông báo | 215/TB-VPCP | Văn phòng Chính phủ",
        ),
        (
            "BỘ TƯ PHÁP\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA  VIỆT NAM\nSố: 9/2025/TT-BTP\nTHÔNG TƯ\nVề công chứng\n",
            "Thông tư | 9/2025/TT-BTP | Bộ Tư pháp",
        ),
        // The offices of the Central Committee share one letterhead.
        (
            "BAN CHẤP HÀNH TRUNG ƯƠNG\n*\nSố 81-KL/TW\nĐẢNG CỘNG SẢN VIỆT NAM\nHà Nội, ngày 12 tháng 5 năm 2024\n\
             KẾT LUẬN CỦA BỘ CHÍNH TRỊ\nvề ứng phó biến đổi khí hậu\n",
            "Kết luận | 81-KL/TW | Bộ Chính trị",
        ),
        (
            "BAN CHẤP HÀNH TRUNG ƯƠNG\n*\nSố 30-CT/TW\nĐẢNG CỘNG SẢN VIỆT NAM\nHà Nội, ngày 12 tháng 5 năm 2024\n\
             CHỈ THỊ\ncủa Ban Bí thư về công tác hòa giải\n",
            "Chỉ thị | 30-CT/TW | Ban Bí thư",
        ),
        (
            "BAN CHẤP HÀNH TRUNG ƯƠNG\n*\nSố 18-NQ/TW\nĐẢNG CỘNG SẢN VIỆT NAM\nHà Nội, ngày 12 tháng 5 năm 2024\n\
             NGHỊ QUYẾT\nvề đổi mới chính sách đất đai\n",
            "Nghị quyết | 18-NQ/TW | Ban Chấp hành Trung ương",
        ),
        // Who decides says the place that the letterhead leaves out; another body does not.
        (
            "ỦY BAN NHÂN DÂN\nSố: 46/QĐ-UBND\nVinh, ngày 12 tháng 5 năm 2023\nỦY BAN NHÂN DÂN TỈNH NGHỆ AN\n\
             Căn cứ Luật Giá;\nQUYẾT ĐỊNH:\n",
            "Quyết định | 46/QĐ-UBND | Ủy ban nhân dân tỉnh Nghệ An",
        ),
        (
            "ỦY BAN NHÂN DÂN\nSố: 45/QĐ-UBND\nVinh, ngày 12 tháng 5 năm 2023\nQUYẾT ĐỊNH\nVề việc công bố bến bãi\n\
             CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH NGHỆ AN\nCăn cứ Luật Giá;\n",
            "Quyết định | 45/QĐ-UBND | Ủy ban nhân dân tỉnh Nghệ An",
        ),
        (
            "ỦY BAN NHÂN DÂN\nSố: 45/QĐ-UBND\nVinh, ngày 12 tháng 5 năm 2023\nQUYẾT ĐỊNH\nVề việc công bố bến bãi\n\
             BỘ TƯ PHÁP\nCăn cứ Luật Giá;\n",
            "Quyết định | 45/QĐ-UBND | Ủy ban nhân dân",
        ),
        // A dash joins the bodies of two lines; titles name bodies that issue nothing.
        (
            "UBND TỈNH BẮC NINH\nSỞ Y TẾ -\nSỞ TÀI CHÍNH\nSố: 12/HDLN-YT-TC\nBắc Ninh, ngày 12 tháng 5 năm 2023\n\
             HƯỚNG DẪN LIÊN NGÀNH\nVề mua sắm thuốc\n",
            "Hướng dẫn | 12/HDLN-YT-TC | Sở Y tế tỉnh Bắc Ninh, Sở Tài chính tỉnh Bắc Ninh",
        ),
        (
            "BAN BÍ THƯ\n*\nSố 12-QĐ/TW\nĐẢNG CỘNG SẢN VIỆT NAM\nHà Nội, ngày 12 tháng 5 năm 2013\n\
             QUY ĐỊNH (SỬA ĐỔI)\nVỀ QUAN HỆ CÔNG TÁC VỚI ĐẢNG ĐOÀN QUỐC HỘI\nVÀ CHÍNH PHỦ\n- Căn cứ Điều lệ Đảng,\n",
            "Quy định | 12-QĐ/TW | Ban Bí thư",
        ),
        // Above what was copied stands the letterhead of who copied it.
        (
            "SỞ Y TẾ BẮC NINH\nSố: 7/SY-SYT\nBắc Ninh, ngày 12 tháng 5 năm 2023\nSAO Y\nBỘ Y TẾ\nSố: 3/2023/TT-BYT\n\
             Hà Nội, ngày 2 tháng 3 năm 2023\nTHÔNG TƯ\nVề hộ sinh\n",
            "Thông tư | 3/2023/TT-BYT | Bộ Y tế",
        ),
        // Beside the number the other column says whose organ it is; part of a name is no issuer.
        (
            "CÔNG ĐOÀN GIÁO DỤC VIỆT NAM\nSố: 12/KH-CĐN\nTỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM\nHà Nội, ngày 12 tháng 5 năm 2023\n\
             KẾ HOẠCH\nVề hội thi\n",
            "Kế hoạch | 12/KH-CĐN | Công đoàn Giáo dục Việt Nam",
        ),
        (
            "BAN CHẤP HÀNH ĐOÀN HUYỆN GIO LINH\nSố: 12-KH/ĐTN\nĐOÀN TNCS HỒ CHÍ MINH\nGio Linh, ngày 12 tháng 5 năm 2023\n\
             KẾ HOẠCH\nVề hội thi\n",
            "Kế hoạch | 12-KH/ĐTN | ",
        ),
        // Of a joint document each line names one; the motto begins the other column.
        (
            "TÒA ÁN NHÂN DÂN TỐI CAO CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nVIỆN KIỂM SÁT NHÂN DÂN TỐI CAO Độc lập - Tự do - Hạnh phúc\n\
             Số: 12/TTLT-TANDTC-VKSNDTC Hà Nội, ngày 12 tháng 5 năm 1990\nTHÔNG TƯ LIÊN TỊCH\nVề án phí\n",
            "Thông tư liên tịch | 12/TTLT-TANDTC-VKSNDTC | Tòa án nhân dân tối cao, Viện kiểm sát nhân dân tối cao",
        ),
        // What is no body is no issuer.
        (
            "## NỘI DUNG\n\n**NƯỚC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM**\nSố: 9/2025/TT-BTP\nTHÔNG TƯ\nVề công chứng\n",
            "Thông tư | 9/2025/TT-BTP | ",
        ),
        (
            "VĂN BẢN\n\nSố: 9/2025/NĐ-CP Hà Nội, ngày 12 tháng 5 năm 2025\nNGHỊ ĐỊNH\nVề công chứng\n",
            "Nghị định | 9/2025/NĐ-CP | ",
        ),
    ] {
        let page = format!("{header}Điều 1. Một");
        let identity = vanban::extract(&page).identity.unwrap();
        let kind = identity.kind.as_deref().unwrap_or_default();
        let number = identity.number.as_deref().unwrap_or_default();
        let found = format!("{kind} | {number} | {}", identity.issuers.join(", "));
        assert_eq!(found, expected, "{page}");
    }
}

/// Header, then the day and the title of the page.
#[test]
fn day_and_title_of_the_page() {
    for (header, day, title) in [
        (
            "BỘ NỘI VỤ\nSố: 8/BNV-TL\nV/v nâng lương\nHà Nội, ngày 02/8/2024\nKính gửi: Sở Nội vụ\n",
            "2024-08-02",
            "nâng lương",
        ),
        (
            "BỘ NỘI VỤ\nSố: 8/TB-BNV\nHà Nội, ngày 09-4-2025\nTHÔNG BÁO\nVề nâng lương\n",
            "2025-04-09",
            "Về nâng lương",
        ),
        (
            "TÒA ÁN NHÂN DÂN TỈNH LÂM ĐỒNG\nBản án số: 8/2025/DS-ST\nNgày: 14-8-2025\nV/v tranh chấp lối đi\n",
            "2025-08-14",
            "tranh chấp lối đi",
        ),
        // No day of the place and date.
        (
            "BỘ NỘI VỤ\nSố: 8/TB-BNV\nHà Nội, ngày 09-4\nTHÔNG BÁO\nVề nâng lương\n",
            "",
            "Về nâng lương",
        ),
        (
            "BỘ NỘI VỤ\nSố: 8/TB-BNV\nHà Nội, ngày 02/8/2024 và ngày 03/8/2024\nTHÔNG BÁO\nVề nâng lương\n",
            "",
            "Về nâng lương",
        ),
        // The letterhead on one line; the title ends at a rule and before a basis with a dash.
        (
            "BỘ NỘI VỤ - Số: 8/CĐ-BNV - Hà Nội, ngày 02 tháng 8 năm 2024\nCÔNG ĐIỆN\nvề trực bão\n",
            "2024-08-02",
            "về trực bão",
        ),
        (
            "BỘ NỘI VỤ\nSố: 8/QC-BNV\nHà Nội, ngày 02/8/2024\nQUY CHẾ\nTiếp công dân\n------\nBan hành lần hai\n",
            "2024-08-02",
            "Tiếp công dân",
        ),
        (
            "TỈNH ỦY TÂY NINH\n*\nSố 8-QC/TU\nTây Ninh, ngày 02/8/2024\nQUY CHẾ\nTiếp công dân\n- Căn cứ Điều lệ Đảng,\n",
            "2024-08-02",
            "Tiếp công dân",
        ),
        (
            "TÒA ÁN NHÂN DÂN TỐI CAO\nHỘI ĐỒNG THẨM PHÁN\nSố: 8/2004/NQ-HĐTP\nHà Nội, ngày 02 tháng 8 năm 2004\n\
             NGHỊ QUYẾT\nHƯỚNG DẪN VỀ ÁN PHÍ\nHỘI ĐỒNG THẨM PHÁN TÒA ÁN NHÂN DÂN TỐI CAO\n",
            "2004-08-02",
            "HƯỚNG DẪN VỀ ÁN PHÍ",
        ),
        (
            "BỘ NỘI VỤ\nSố: 8/TT-BNV\nHà Nội, ngày 2 tháng 8 năm 1994\nTHÔNG TƯ\n\
             CỦA BỘ NỘI VỤ SỐ 8/TT-BNV NGÀY 2-8-1994 HƯỚNG DẪN NGHỈ PHÉP\n",
            "1994-08-02",
            "HƯỚNG DẪN NGHỈ PHÉP",
        ),
        (
            "UBND TỈNH TÂY NINH\nSố: 8/QĐ-UB\nTây Ninh, ngày 02/8/2004\nQUYẾT ĐỊNH CỦA UBND TỈNH TÂY NINH\nV/v nâng lương.\n",
            "2004-08-02",
            "nâng lương",
        ),
        (
            "UBND TỈNH TÂY NINH\nSố: 9/QĐ-UB\nTây Ninh, ngày 02/8/2004\nQUYẾT ĐỊNH\nV/V NÂNG LƯƠNG\nCHO NGƯỜI LAO ĐỘNG\n",
            "2004-08-02",
            "NÂNG LƯƠNG\nCHO NGƯỜI LAO ĐỘNG",
        ),
        (
            "BỘ NỘI VỤ\nSố: 8/2004/QĐ-BNV\nHà Nội, ngày 2 tháng 8 năm 2004\nQUYẾT ĐỊNH\n\
             CỦA BỘ NỘI VỤ SỐ 8/2004/ QĐ-BNV NGÀY 2-8-2004 BAN HÀNH NỘI QUY\n",
            "2004-08-02",
            "BAN HÀNH NỘI QUY",
        ),
        // The title ends before those who decide, and those to whom it goes.
        (
            "BỘ NỘI VỤ\nSố: 8/TTr-BNV\nHà Nội, ngày 02/8/2024\nTỜ TRÌNH\nVề nâng lương\nKính gửi: Chính phủ\n",
            "2024-08-02",
            "Về nâng lương",
        ),
        (
            "ỦY BAN NHÂN DÂN\nTỈNH TÂY NINH\nSố: 8/QĐ-UBND\nTây Ninh, ngày 02/8/2024\nQUYẾT ĐỊNH\nVỀ VIỆC GIAO ĐẤT\n\
             ỦY BAN NHÂN DÂN TỈNH\n",
            "2024-08-02",
            "VỀ VIỆC GIAO ĐẤT",
        ),
        (
            "BỘ NỘI VỤ\nSố: 8/QĐ-BNV\nHà Nội, ngày 02/8/2024\nQUYẾT ĐỊNH\nBAN HÀNH QUY CHẾ.\nBỘ TRƯỞNG BỘ NỘI VỤ\n",
            "2024-08-02",
            "BAN HÀNH QUY CHẾ",
        ),
        (
            "ỦY BAN NHÂN DÂN TỈNH TÂY NINH\nSố: 8/KH-UBND\nTây Ninh, ngày 02/8/2024\nKẾ HOẠCH\nTHỰC HIỆN CHƯƠNG TRÌNH TRỒNG RỪNG\n\
             Thực hiện Quyết định số 2/QĐ-TTg, Ủy ban nhân dân tỉnh lập kế hoạch:\n",
            "2024-08-02",
            "THỰC HIỆN CHƯƠNG TRÌNH TRỒNG RỪNG",
        ),
        (
            "ỦY BAN NHÂN DÂN TỈNH TÂY NINH\nSố: 8/KH-UBND\nTây Ninh, ngày 02/8/2024\nKẾ HOẠCH\n\
             Thực hiện Quyết định số 2/QĐ-TTg, Ủy ban nhân dân tỉnh lập kế hoạch:\n",
            "2024-08-02",
            "",
        ),
        (
            "HỘI NÔNG DÂN VIỆT NAM\nSố: 8/QĐ-HND\nHà Nội, ngày 02/8/2024\nQUYẾT ĐỊNH\nVề quỹ hỗ trợ\n\
             ĐOÀN CHỦ TỊCH HỘI NÔNG DÂN VIỆT NAM\n",
            "2024-08-02",
            "Về quỹ hỗ trợ",
        ),
        (
            "BỘ NỘI VỤ\nSố: 8/2004/QĐ-BNV\nHà Nội, ngày 02 tháng 8 năm 2004\nQUYẾT ĐỊNH\nCỦA BỘ NỘI VỤ SỐ \
             8/2004/QĐ-BNV NGÀY 02 THÁNG 8 NĂM 2004 VỀ VIỆC NÂNG LƯƠNG\n",
            "2004-08-02",
            "VỀ VIỆC NÂNG LƯƠNG",
        ),
    ] {
        let page = format!("{header}Điều 1. Một");
        let identity = vanban::extract(&page).identity.expect(header);
        let found = identity.title.as_ref().map(|title| &*title.text);
        assert_eq!(found.unwrap_or_default(), title, "{page}");
        assert_eq!(identity.date.unwrap_or_default(), day, "{page}");
    }
}

/// Every signature below a joint document has a name of its own; what is no name is left out.
#[test]
fn several_sign_a_joint_document() {
    const BODY: &str = "BỘ TƯ PHÁP - BỘ CÔNG AN\nSố: 07/2025/TTLT-BTP-BCA\nHà Nội, ngày 12 tháng 5 năm 2025\n\
        THÔNG TƯ LIÊN TỊCH\nVề phối hợp\nĐiều 1. Phạm vi\nĐiều 2. Thông tư liên tịch này có hiệu lực từ ngày ký./.\n";
    for (signature, expected) in [
        (
            "KT. BỘ TRƯỞNG\nBỘ CÔNG AN\nTHỨ TRƯỞNG\n(Đã ký)\nThượng tướng Trần Văn An\nKT. BỘ TRƯỞNG\n\
             BỘ TƯ PHÁP\nTHỨ TRƯỞNG\n(Đã ký)\nLê Thị Bình\n",
            vec![
                ("Thượng tướng Trần Văn An", "THỨ TRƯỞNG"),
                ("Lê Thị Bình", "THỨ TRƯỞNG"),
            ],
        ),
        (
            "KT. VIỆN TRƯỞNG VIỆN KIỂM SÁT\nNHÂN DÂN TỐI CAO\nPHÓ VIỆN TRƯỞNG\n(Đã ký)\nHồ Đức Cường\n",
            vec![("Hồ Đức Cường", "PHÓ VIỆN TRƯỞNG")],
        ),
        (
            "BỘ TRƯỞNG\nTrần Văn An\nPhụ Trách Bản Tin\n",
            vec![("Trần Văn An", "BỘ TRƯỞNG")],
        ),
        ("KT. BỘ TRƯỞNG\nTHỨ TRƯỞNG\n(Đã ký)\n", vec![]),
    ] {
        let page = format!("{BODY}{signature}");
        let document = vanban::extract(&page);
        let identity = document.identity.as_ref().expect(signature);
        let found: Vec<(&str, &str)> = identity
            .signers
            .iter()
            .map(|by| (&*by.name, by.office.as_deref().unwrap_or_default()))
            .collect();
        assert_eq!(found, expected, "{signature}");
    }
}

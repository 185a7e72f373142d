//! Real forms of citations, each in a sentence of its own: `kind | number | date | issuer`.

use crate::check;

#[test]
#[rustfmt::skip]
fn kinds_and_notations() {
    check(&[
        ("Căn cứ Luật Ban hành văn bản quy phạm pháp luật số 64/2025/QH15;", &["Luật | 64/2025/QH15 | - | -"]),
        ("theo Luật số 51/2024/QH15", &["Luật | 51/2024/QH15 | - | -"]),
        ("Bãi bỏ Điều 4 của Luật Quy hoạch số 21/2017/QH14", &["Luật | 21/2017/QH14 | - | -"]),
        ("Pháp lệnh Hợp đồng số 24/2031/PL-UBTVQH17 và Luật Kế hoạch số 18/2031/QH17", &["Pháp lệnh | 24/2031/PL-UBTVQH17 | - | -", "Luật | 18/2031/QH17 | - | -"]),
        ("theo Luật và Nghị quyết số 51/2024/QH15", &["Nghị quyết | 51/2024/QH15 | - | -"]),
        ("theo Bộ luật số 45/2019/QH14", &["Bộ luật | 45/2019/QH14 | - | -"]),
        ("theo Pháp lệnh số 02/2020/UBTVQH14", &["Pháp lệnh | 02/2020/UBTVQH14 | - | -"]),
        ("theo Nghị quyết số 202/2025/QH15", &["Nghị quyết | 202/2025/QH15 | - | -"]),
        ("theo Nghị quyết số 78/2025/UBTVQH15", &["Nghị quyết | 78/2025/UBTVQH15 | - | -"]),
        ("theo Nghị định số 66/CP", &["Nghị định | 66/CP | - | -"]),
        ("theo Nghị định 15/2020/NĐ-CP", &["Nghị định | 15/2020/NĐ-CP | - | -"]),
        ("theo Nghị quyết số 66.16/2026/NQ-CP", &["Nghị quyết | 66.16/2026/NQ-CP | - | -"]),
        ("theo Chỉ thị số 16/CT-TTg", &["Chỉ thị | 16/CT-TTg | - | -"]),
        ("theo Chỉ thị 10-CT/TW", &["Chỉ thị | 10-CT/TW | - | -"]),
        ("theo Kết luận số 19-KL/TW", &["Kết luận | 19-KL/TW | - | -"]),
        ("theo Quy định số 178-QĐ/TW", &["Quy định | 178-QĐ/TW | - | -"]),
        ("theo Hướng dẫn số 36-HD/VPTW", &["Hướng dẫn | 36-HD/VPTW | - | -"]),
        ("theo Thông báo số 12-TB/TU", &["Thông báo | 12-TB/TU | - | -"]),
        ("theo Công điện số 36/CĐ-TTg", &["Công điện | 36/CĐ-TTg | - | -"]),
        ("theo Công văn số 15422-CV/VPTW", &["Công văn | 15422-CV/VPTW | - | -"]),
        ("theo Thông báo kết luận số 45/TB-VPCP", &["Thông báo kết luận | 45/TB-VPCP | - | -"]),
        ("theo Văn bản hợp nhất số 19/VBHN-VPQH", &["Văn bản hợp nhất | 19/VBHN-VPQH | - | -"]),
        ("theo Thông tư liên tịch số 85/2016/TTLT-BQP-BYT-BTC", &["Thông tư liên tịch | 85/2016/TTLT-BQP-BYT-BTC | - | -"]),
        ("theo Sắc lệnh số 23/SL", &["Sắc lệnh | 23/SL | - | -"]),
        ("theo Án lệ số 25/2018/AL", &["Án lệ | 25/2018/AL | - | -"]),
        ("theo Bản án số 205/2023/HS-PT", &["Bản án | 205/2023/HS-PT | - | -"]),
        ("theo Quyết định giám đốc thẩm số 60/2022/DS-GĐT", &["Quyết định giám đốc thẩm | 60/2022/DS-GĐT | - | -"]),
        ("theo Văn bản số 4698/BNV-CCVC", &["Văn bản | 4698/BNV-CCVC | - | -"]),
        ("theo NĐ 15/2020/NĐ-CP", &["Nghị định | 15/2020/NĐ-CP | - | -"]),
        ("theo TT 39/2018/TT-BTC", &["Thông tư | 39/2018/TT-BTC | - | -"]),
        ("theo QĐ 1357/QĐ-TCHQ", &["Quyết định | 1357/QĐ-TCHQ | - | -"]),
        ("theo CV 755/TCHQ-GSQL", &["Công văn | 755/TCHQ-GSQL | - | -"]),
        ("theo nghị quyết số 52-NQ/TW", &["Nghị quyết | 52-NQ/TW | - | -"]),
        ("theo NGHỊ QUYẾT SỐ 52-NQ/TW", &["Nghị quyết | 52-NQ/TW | - | -"]),
        ("theo Kế hoạch số 225-KH/TWĐTN-TNNT", &["Kế hoạch | 225-KH/TWĐTN-TNNT | - | -"]),
        ("theo Quyết định số 19/2025/QĐ-TTg", &["Quyết định | 19/2025/QĐ-TTg | - | -"]),
        ("theo Nghị quyết liên tịch số 01/2020/NQLT-CP-TLĐLĐVN", &["Nghị quyết liên tịch | 01/2020/NQLT-CP-TLĐLĐVN | - | -"]),
    ]);
}

#[test]
#[rustfmt::skip]
fn words_between_kind_and_number() {
    check(&[
        ("Tại Thông báo thụ lý vụ án số 115/2021/TLST-DS ngày 08/9/2021", &["Thông báo thụ lý | 115/2021/TLST-DS | 2021-09-08 | -"]),
        ("Bản án dân sự sơ thẩm số 18/2022/DS-ST ngày 24/5/2022", &["Bản án | 18/2022/DS-ST | 2022-05-24 | -"]),
        ("hủy bản án hình sự phúc thẩm số 205/2023/HS-PT", &["Bản án | 205/2023/HS-PT | - | -"]),
        ("Quyết định kháng nghị giám đốc thẩm số 35/QĐKNGĐT-VKS-DS", &["Quyết định | 35/QĐKNGĐT-VKS-DS | - | -"]),
        ("Quyết định công nhận thuận tình ly hôn và sự thỏa thuận của các đương sự số 07/2021/QĐST-HNGĐ", &["Quyết định | 07/2021/QĐST-HNGĐ | - | -"]),
        ("Quyết định xử phạt vi phạm hành chính số 15/QĐ-XPVPHC ngày 02/3/2021", &["Quyết định | 15/QĐ-XPVPHC | 2021-03-02 | -"]),
        ("theo quyết định xử phạt vi phạm hành chính số 15/QĐ-XPVPHC", &["Quyết định | 15/QĐ-XPVPHC | - | -"]),
        ("Quyết định thi hành án số 120/QĐ-CCTHADS", &["Quyết định | 120/QĐ-CCTHADS | - | -"]),
        ("Quyết định đưa vụ án ra xét xử số 44/2021/QĐXXST-DS", &["Quyết định | 44/2021/QĐXXST-DS | - | -"]),
        ("Giấy phép khai thác số 12/GP-UBND", &["Giấy phép | 12/GP-UBND | - | -"]),
        // A clause lies between: the head is another thing.
        ("Quyết định này được nêu tại số 15/QĐ-BTP", &["Quyết định | 15/QĐ-BTP | - | -"]),
        ("Kế hoạch kèm theo Quyết định số 15/QĐ-BTP", &["Quyết định | 15/QĐ-BTP | - | -"]),
        ("Kế hoạch của Bộ, số 15/QĐ-BTP", &["Quyết định | 15/QĐ-BTP | - | -"]),
    ]);
}

#[test]
#[rustfmt::skip]
fn dates_in_odd_places() {
    check(&[
        ("Công điện số 21/CĐ-BNV hồi 16 giờ 00 ngày 14/10/2022", &["Công điện | 21/CĐ-BNV | 2022-10-14 | -"]),
        ("Công điện số 22/CĐ-BNV lúc 7h30 ngày 15/10/2022", &["Công điện | 22/CĐ-BNV | 2022-10-15 | -"]),
        ("Nghị định số 142/2025/NĐ-CP ngày12/6/2025", &["Nghị định | 142/2025/NĐ-CP | 2025-06-12 | -"]),
        ("Thông tư số 05/2024/TT-\nBYT ngày 15/5/2024", &["Thông tư | 05/2024/TT-BYT | 2024-05-15 | -"]),
        ("Quyết định số\n1939/QĐ-TCT ngày 06/11/2023", &["Quyết định | 1939/QĐ-TCT | 2023-11-06 | -"]),
        ("Quyết định số 15/QĐ-BTP\nngày 05 tháng 01\nnăm 2020", &["Quyết định | 15/QĐ-BTP | 2020-01-05 | -"]),
        ("Nghị định số 30/2020/NĐ-CP, ngày 05-3-2020", &["Nghị định | 30/2020/NĐ-CP | 2020-03-05 | -"]),
        ("Chỉ thị số 05/CT-TTg (ngày 03/02/2021)", &["Chỉ thị | 05/CT-TTg | 2021-02-03 | -"]),
        // A year right behind the number is that of the document.
        ("Chỉ thị số 05/CT-TTg năm 2021", &["Chỉ thị | 05/CT-TTg | 2021 | -"]),
        ("Thông tư số 02/2021/TT-BNV có hiệu lực từ ngày 01/8/2021", &["Thông tư | 02/2021/TT-BNV | - | -"]),
        ("Trước đó, ngày 14/4/2026, Bộ Y tế đã ban hành Thông tư số 21/2026/TT-BYT.", &["Thông tư | 21/2026/TT-BYT | 2026-04-14 | Bộ Y tế"]),
        ("Ban Cán sự đảng Bộ Y tế mới đây đã thông qua Chương trình hành động số 88-CTr/BCSĐ.", &["Chương trình hành động | 88-CTr/BCSĐ | - | Ban cán sự đảng Bộ Y tế"]),
        // The date of the page above is not that of the document.
        ("Thứ Năm, 11/3/2022\n\nBộ Y tế ban hành Đề án số 07-ĐA/TU.", &["Đề án | 07-ĐA/TU | - | Bộ Y tế"]),
    ]);
}

#[test]
#[rustfmt::skip]
fn issuers_in_odd_places() {
    check(&[
        ("Thông tư liên tịch số 19/2013/TTLT-BXD-BTP ngày 15/11/2013 của Bộ Xây dựng và Bộ Tư pháp", &["Thông tư liên tịch | 19/2013/TTLT-BXD-BTP | 2013-11-15 | Bộ Xây dựng; Bộ Tư pháp"]),
        ("theo ý kiến của Bộ Tài chính tại Công văn số 10452/BTC-HCSN ngày 10/10/2022", &["Công văn | 10452/BTC-HCSN | 2022-10-10 | Bộ Tài chính"]),
        ("Theo đề nghị của Bộ Nội vụ tại Tờ trình số 290/TTr-BNV ngày 23/7/2025", &["Tờ trình | 290/TTr-BNV | 2025-07-23 | Bộ Nội vụ"]),
        ("Theo đề nghị của Sở Xây dựng tỉnh Sơn La và Sở Tài chính tỉnh Sơn La tại Tờ trình số 12/TTr-SXD", &["Tờ trình | 12/TTr-SXD | - | Sở Xây dựng tỉnh Sơn La; Sở Tài chính tỉnh Sơn La"]),
        ("Xét đề nghị của Bộ Y tế tại Văn bản số 45/BYT-KH", &["Văn bản | 45/BYT-KH | - | Bộ Y tế"]),
        ("theo ý kiến chỉ đạo của Thủ tướng Chính phủ tại Công văn số 1129/TTg-KGVX", &["Công văn | 1129/TTg-KGVX | - | Thủ tướng Chính phủ"]),
        ("Bộ Nội vụ đề nghị tại Công văn số 12/BNV-TL ngày 02/3/2021", &["Công văn | 12/BNV-TL | 2021-03-02 | Bộ Nội vụ"]),
        // Whose tasks they are is not who gave them.
        ("nhiệm vụ của Bộ Tư pháp tại Quyết định số 844/QĐ-TTg", &["Quyết định | 844/QĐ-TTg | - | -"]),
        ("Nghị định số 30/2020/NĐ-CP do Chính phủ ban hành ngày 05/3/2020", &["Nghị định | 30/2020/NĐ-CP | 2020-03-05 | Chính phủ"]),
        ("Luật số 45/2019/QH14 được Quốc hội thông qua ngày 20/11/2019", &["Luật | 45/2019/QH14 | 2019-11-20 | Quốc hội"]),
    ]);
}

#[test]
#[rustfmt::skip]
fn rows_state_their_head_once() {
    check(&[
        ("các Nghị định số 15/2020/NĐ-CP, số 91/2020/NĐ-CP", &["Nghị định | 15/2020/NĐ-CP | - | -", "Nghị định | 91/2020/NĐ-CP | - | -"]),
        ("Luật số 32/2013/QH13, Luật số 46/2014/QH13", &["Luật | 32/2013/QH13 | - | -", "Luật | 46/2014/QH13 | - | -"]),
        ("các Quyết định của Bộ trưởng Bộ Y tế số 31/QĐ-BYT ngày 04/01/2021, số 32/QĐ-BYT ngày 05/01/2021", &["Quyết định | 31/QĐ-BYT | 2021-01-04 | Bộ trưởng Bộ Y tế", "Quyết định | 32/QĐ-BYT | 2021-01-05 | Bộ trưởng Bộ Y tế"]),
        ("Căn cứ Luật Đấu thầu số 22/2023/QH15;\nCăn cứ Nghị định số 24/2024/NĐ-CP;", &["Luật | 22/2023/QH15 | - | -", "Nghị định | 24/2024/NĐ-CP | - | -"]),
        ("Nghị định số 12/CP ngày 26/01/1995 được sửa đổi, bổ sung theo Nghị định số 01/2003/NĐ-CP ngày 09/01/2003", &["Nghị định | 12/CP | 1995-01-26 | -", "Nghị định | 01/2003/NĐ-CP | 2003-01-09 | -"]),
    ]);
}

#[test]
#[rustfmt::skip]
fn laws_by_name() {
    check(&[
        ("theo Bộ luật Dân sự năm 2015", &["Bộ luật | - | 2015 | -"]),
        ("theo Bộ luật lao động 2019", &["Bộ luật | - | 2019 | -"]),
        ("theo Luật Doanh nghiệp 2020", &["Luật | - | 2020 | -"]),
        ("theo BLHS 2015", &["Bộ luật | - | 2015 | -"]),
        ("theo BLDS", &["Bộ luật | - | - | -"]),
        ("theo Hiến pháp năm 2013", &["Hiến pháp | - | 2013 | -"]),
        ("theo Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam", &["Hiến pháp | - | - | -"]),
        ("Căn cứ Luật Tổ chức Chính phủ ngày 18 tháng 02 năm 2025;", &["Luật | - | 2025-02-18 | -"]),
        ("Căn cứ Luật sửa đổi, bổ sung một số điều của Luật Xử lý vi phạm hành chính ngày 13 tháng 11 năm 2020;", &["Luật | - | 2020-11-13 | -"]),
        ("theo Luật Đất đai, việc thu hồi", &["Luật | - | - | -"]),
        ("theo Luật BHXH 2024", &["Luật | - | 2024 | -"]),
        ("theo Pháp lệnh Ngoại hối", &["Pháp lệnh | - | - | -"]),
        ("theo Luật Nhà ở và Luật Đất đai", &["Luật | - | - | -", "Luật | - | - | -"]),
        ("theo Luật Nhà ở ngày 27/11/2023 của Quốc hội", &["Luật | - | 2023-11-27 | Quốc hội"]),
        // No law is named.
        ("theo quy định của pháp luật năm 2015", &[]),
        ("Luật sư Nguyễn Văn A", &[]),
        ("theo Luật này", &[]),
        ("xây dựng luật và pháp lệnh", &[]),
    ]);
}

#[test]
#[rustfmt::skip]
fn party_meetings() {
    let congress = |of: &str| format!("Nghị quyết | - | - | {of}");
    let national = congress("Đại hội đại biểu toàn quốc lần thứ XIII của Đảng");
    check(&[
        ("Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII của Đảng nêu", &[national.as_str()]),
        ("Nghị quyết đại hội đại biểu toàn quốc lần thứ XIII của Đảng", &[congress("Đại hội đại biểu toàn quốc lần thứ XIII của Đảng").as_str()]),
        ("Nghị quyết Đại hội XIII của Đảng", &[congress("Đại hội XIII của Đảng").as_str()]),
        ("Nghị quyết Đại hội lần thứ XIII Đảng Cộng sản Việt Nam", &[congress("Đại hội lần thứ XIII Đảng Cộng sản Việt Nam").as_str()]),
        ("Nghị quyết Đại hội Đảng bộ tỉnh Sơn La lần thứ XV", &[congress("Đại hội Đảng bộ tỉnh Sơn La lần thứ XV").as_str()]),
        ("Văn kiện Đại hội XIII", &["Văn kiện | - | - | Đại hội XIII"]),
        ("Nghị quyết Trung ương 4 khóa XII", &["Nghị quyết | - | - | Ban Chấp hành Trung ương"]),
        ("Nghị quyết Trung ương 4 (khóa XII)", &["Nghị quyết | - | - | Ban Chấp hành Trung ương"]),
        ("Nghị quyết Hội nghị Trung ương 6 khoá XII", &["Nghị quyết | - | - | Ban Chấp hành Trung ương"]),
        ("Nghị quyết Hội nghị lần thứ tám Ban Chấp hành Trung ương khóa XIII", &["Nghị quyết | - | - | Ban Chấp hành Trung ương"]),
        ("Nghị quyết Hội nghị lần thứ 8 Ban Chấp hành Trung ương Đảng khóa XI", &["Nghị quyết | - | - | Ban Chấp hành Trung ương"]),
        // Congresses of others, and no congress at all.
        ("Nghị quyết Đại hội XII Công đoàn Việt Nam", &[]),
        ("Nghị quyết Đại hội đại biểu toàn quốc lần thứ VIII Hội Nông dân Việt Nam", &[]),
        ("Nghị quyết Đại hội đồng cổ đông năm 2020", &[]),
        ("Nghị quyết Trung ương, 8 khóa XIII", &[]),
        ("Nghị quyết Trung ương đã nêu", &[]),
        ("Nghị quyết Đại hội đề ra", &[]),
    ]);
}

#[test]
#[rustfmt::skip]
fn what_is_no_citation() {
    check(&[
        ("Dự thảo Văn bản hướng dẫn thuế của Bộ Tài chính", &[]),
        ("số 12 phố Tràng Thi", &[]),
        ("tỷ lệ 15/20 và 30/2020", &[]),
        ("Quyết định của Bộ trưởng được công bố", &[]),
        ("", &[]),
    ]);
}

//! Issuing bodies in running text, the registry and the provinces.
//!
//! The rows of the tables are written as `common` reads them: `⟦Bộ tư pháp⟧ | =Bộ Tư pháp`.

mod common;

use common::{Marked, assert_finds, assert_spans};
use proptest::prelude::*;
use vanban::body::{
    Body, BodyClass, Candidates, Context, Finder, IssuingBody, Place, Registry, Setting,
};
use vanban::date::PartialDate;
use vanban::{Found, Span};

fn find(text: &str) -> Vec<Found<'_, IssuingBody>> {
    vanban::body::find(text).collect()
}

/// Where the bodies of a text stand, and what they are.
fn bodies_in(finder: &Finder, text: &str) -> Vec<(Span, IssuingBody)> {
    let found: Vec<_> = finder.find(text).collect();
    found
        .into_iter()
        .map(|found| (found.span, found.value))
        .collect()
}

/// The bodies of a row, which are those in its brackets.
fn bodies_of(finder: &Finder, row: &str) -> Vec<IssuingBody> {
    let find = |text: &str| bodies_in(finder, text);
    let found = assert_spans(&Marked::of(row), find, |found| found.0);
    found.into_iter().map(|found| found.1).collect()
}

/// The names are those that each row gives; where it gives none, as written.
fn check(rows: &[&str]) {
    let finder = Finder::new();
    for row in rows {
        let find = |text: &str| bodies_in(&finder, text);
        assert_finds(row, find, |found| (found.0, found.1.name.to_string()));
    }
}

#[test]
#[rustfmt::skip]
fn central_bodies() {
    check(&[
        "Nghị định của ⟦Chính phủ⟧ về văn thư.",
        "⟦Quốc hội⟧ thông qua ngày 18/6.",
        "Pháp lệnh do ⟦Ủy ban Thường vụ Quốc hội⟧ ban hành",
        "⟦Uỷ ban thường vụ Quốc hội⟧ cho ý kiến | =Ủy ban Thường vụ Quốc hội",
        "⟦UBTVQH⟧ họp phiên thứ 40 | =Ủy ban Thường vụ Quốc hội",
        "⟦Thủ tướng Chính phủ⟧ phê duyệt",
        "⟦Thủ tướng⟧ yêu cầu khẩn trương | =Thủ tướng Chính phủ",
        "Lệnh của ⟦Chủ tịch nước⟧ công bố luật",
        "được ⟦Quốc hội nước Cộng hòa xã hội chủ nghĩa Việt Nam khóa XV⟧ thông qua | =Quốc hội",
        "gửi ⟦Văn phòng Chính phủ⟧ trước ngày 10",
        "⟦Văn phòng Quốc hội⟧, ⟦Văn phòng Chủ tịch nước⟧",
        "⟦Thanh tra Chính phủ⟧ kết luận",
        "⟦Kiểm toán Nhà nước⟧ kiểm toán | =Kiểm toán nhà nước",
        "⟦Tòa án nhân dân tối cao⟧ và ⟦Viện kiểm sát nhân dân tối cao⟧",
        "⟦Toà án Nhân dân tối cao⟧, ⟦VKSND tối cao⟧ | =Tòa án nhân dân tối cao; Viện kiểm sát nhân dân tối cao",
        "⟦TANDTC⟧ - ⟦VKSNDTC⟧ | =Tòa án nhân dân tối cao; Viện kiểm sát nhân dân tối cao",
        "⟦Hội đồng Thẩm phán Tòa án nhân dân tối cao⟧ ban hành",
        "⟦Ủy ban Pháp luật và Tư pháp của Quốc hội⟧ thẩm tra | =Ủy ban Pháp luật và Tư pháp",
        "⟦Hội đồng Dân tộc⟧ thẩm tra",
        "⟦Hội đồng Bộ trưởng⟧ ban hành năm 1985",
        "⟦Chủ tịch Quốc hội⟧ kết luận",
        "⟦CHÍNH PHỦ⟧⏎------- | =Chính phủ",
        "⟦THỦ TƯỚNG CHÍNH PHỦ⟧ | =Thủ tướng Chính phủ",
        "⟦ỦY BAN THƯỜNG VỤ⏎QUỐC HỘI⟧ | =Ủy ban Thường vụ Quốc hội",
        "các ⟦Phó Thủ tướng Chính phủ⟧",
    ]);
}

#[test]
#[rustfmt::skip]
fn ministries_in_every_spelling() {
    check(&[
        "⟦Bộ Tư pháp⟧ chủ trì.",
        "⟦Bộ tư pháp⟧ trả lời | =Bộ Tư pháp",
        "⟦BỘ TƯ PHÁP⟧ | =Bộ Tư pháp",
        "⟦Bộ Công thương⟧; ⟦Bộ Công Thương⟧ | =Bộ Công Thương; Bộ Công Thương",
        "⟦Bộ Văn hóa, Thể thao và Du lịch⟧ cấp phép",
        "⟦Bộ Văn hoá - Thể thao và Du lịch⟧, ⟦Bộ VHTTDL⟧ | =Bộ Văn hóa, Thể thao và Du lịch; Bộ Văn hóa, Thể thao và Du lịch",
        "⟦BỘ VĂN HÓA, THỂ THAO⏎VÀ DU LỊCH⟧ | =Bộ Văn hóa, Thể thao và Du lịch",
        "⟦Bộ Lao động - Thương binh và Xã hội⟧",
        "⟦Bộ Lao động, Thương binh và Xã hội⟧; ⟦Bộ Lao động – Thương binh và Xã hội⟧; ⟦Bộ LĐ-TB&XH⟧; ⟦Bộ LĐTBXH⟧; ⟦Bộ Lao động-TBXH⟧ | =Bộ Lao động - Thương binh và Xã hội; Bộ Lao động - Thương binh và Xã hội; Bộ Lao động - Thương binh và Xã hội; Bộ Lao động - Thương binh và Xã hội; Bộ Lao động - Thương binh và Xã hội",
        "⟦Bộ TT&TT⟧, ⟦Bộ TTTT⟧ | =Bộ Thông tin và Truyền thông; Bộ Thông tin và Truyền thông",
        "⟦Bộ NN&PTNT⟧ và ⟦Bộ TN&MT⟧ | =Bộ Nông nghiệp và Phát triển nông thôn; Bộ Tài nguyên và Môi trường",
        "⟦Bộ NN&MT⟧ | =Bộ Nông nghiệp và Môi trường",
        "⟦Bộ GD&ĐT⟧, ⟦Bộ GDĐT⟧ | =Bộ Giáo dục và Đào tạo; Bộ Giáo dục và Đào tạo",
        "⟦Bộ KH&CN⟧, ⟦Bộ KHCN⟧ | =Bộ Khoa học và Công nghệ; Bộ Khoa học và Công nghệ",
        "⟦Bộ Kế hoạch & Đầu tư⟧, ⟦Bộ KH&ĐT⟧ | =Bộ Kế hoạch và Đầu tư; Bộ Kế hoạch và Đầu tư",
        "⟦Bộ VH-TT-DL⟧, ⟦Bộ LĐ-TB-XH⟧, ⟦Bộ TT-TT⟧ | =Bộ Văn hóa, Thể thao và Du lịch; Bộ Lao động - Thương binh và Xã hội; Bộ Thông tin và Truyền thông",
        "⟦Bộ GTVT⟧ công bố | =Bộ Giao thông vận tải",
        "⟦Bộ Giao thông vận tải⟧ ban hành",
        "⟦Bộ Bưu chính, Viễn thông⟧ năm 2005",
        "⟦Bộ Khoa học, Công nghệ và Môi trường⟧ năm 1999",
        "⟦Bộ Văn hóa - Thông tin⟧ năm 2000",
        "⟦Ngân hàng Nhà nước⟧ điều hành | =Ngân hàng Nhà nước Việt Nam",
        "⟦NHNN⟧ mua ngoại tệ | =Ngân hàng Nhà nước Việt Nam",
        "⟦Bộ Tài chính⟧ và ⟦Bộ Nội vụ⟧ thống nhất",
        "⟦Bộ Công an⟧, ⟦Bộ Quốc phòng⟧, ⟦Bộ Ngoại giao⟧",
        "⟦Bộ Dân tộc và Tôn giáo⟧ thành lập năm 2025",
        "⟦Ủy ban Dân tộc⟧ hướng dẫn",
        "⟦Bộ Y tế⟧, ⟦Bộ Xây dựng⟧ và địa phương",
        "⟦Bộ Y tế⟧¹ ban hành",
        "⟦Ban Tổ chức - Cán bộ Chính phủ⟧ năm 1996",
        "⟦Bộ Nông nghiệp và⏎Môi trường⟧ đề nghị | =Bộ Nông nghiệp và Môi trường",
    ]);
}

#[test]
#[rustfmt::skip]
fn holders_stand_for_their_body() {
    for (marked, name, code, holder) in [
        ("⟦Bộ trưởng Bộ Tư pháp⟧ ký", "Bộ trưởng Bộ Tư pháp", "BTP", "Bộ trưởng"),
        ("⟦Bộ trưởng  Bộ Công thương⟧", "Bộ trưởng Bộ Công Thương", "BCT", "Bộ trưởng"),
        ("⟦BỘ TRƯỞNG BỘ Y TẾ⟧", "Bộ trưởng Bộ Y tế", "BYT", "Bộ trưởng"),
        ("⟦Thống đốc Ngân hàng Nhà nước⟧", "Thống đốc Ngân hàng Nhà nước Việt Nam", "NHNN", "Thống đốc"),
        ("⟦Viện trưởng VKSNDTC⟧", "Viện trưởng Viện kiểm sát nhân dân tối cao", "VKSTC", "Viện trưởng"),
        ("⟦Chánh án Tòa án nhân dân tối cao⟧", "Chánh án Tòa án nhân dân tối cao", "TANDTC", "Chánh án"),
        ("⟦Tổng Thanh tra Chính phủ⟧", "Tổng Thanh tra Chính phủ", "TTCP", "Tổng Thanh tra"),
        ("⟦Tổng Kiểm toán nhà nước⟧", "Tổng Kiểm toán nhà nước", "KTNN", "Tổng Kiểm toán"),
        ("⟦Chủ nhiệm Ủy ban Dân tộc⟧", "Chủ nhiệm Ủy ban Dân tộc", "UBDT", "Chủ nhiệm"),
        ("⟦Chủ tịch UBND tỉnh Sơn La⟧", "Chủ tịch Ủy ban nhân dân tỉnh Sơn La", "CTUBND", "Chủ tịch"),
        ("⟦Chủ tịch HĐND tỉnh Sơn La⟧", "Chủ tịch Hội đồng nhân dân tỉnh Sơn La", "HĐND", "Chủ tịch"),
        ("⟦Giám đốc Sở Tư pháp⟧", "Giám đốc Sở Tư pháp", "STP", "Giám đốc"),
        ("⟦Cục trưởng Cục Hóa chất⟧ cấp", "Cục trưởng Cục Hóa chất", "", "Cục trưởng"),
        ("⟦Vụ trưởng Vụ Pháp chế⟧ trình", "Vụ trưởng Vụ Pháp chế", "PC", "Vụ trưởng"),
        ("⟦Tổng Giám đốc Bảo hiểm xã hội Việt Nam⟧", "Tổng Giám đốc Bảo hiểm xã hội Việt Nam", "BHXH", "Tổng Giám đốc"),
        ("⟦Chánh Văn phòng Bộ Tài chính⟧", "Chánh Văn phòng Bộ Tài chính", "VP", "Chánh Văn phòng"),
        ("⟦Chánh Thanh tra Sở Tư pháp tỉnh Lào Cai⟧", "Chánh Thanh tra Sở Tư pháp tỉnh Lào Cai", "TTr", "Chánh Thanh tra"),
        ("⟦Bí thư Tỉnh ủy Nghệ An⟧", "Bí thư Tỉnh ủy Nghệ An", "TU", "Bí thư"),
    ] {
        let body = bodies_of(&Finder::new(), marked).remove(0);
        assert_eq!(body.name, name);
        assert_eq!(body.code.as_deref().unwrap_or(""), code, "{marked}");
        assert_eq!(body.holder.as_deref(), Some(holder), "{marked}");
    }
    check(&[
        "Thứ trưởng ⟦Bộ Tư pháp⟧ Nguyễn Văn A",
        "⟦Phó Chủ tịch UBND tỉnh Sơn La⟧ | =Phó Chủ tịch Ủy ban nhân dân tỉnh Sơn La",
        // Who was it once does not act for the body; the body itself is still named.
        "nguyên Phó Chủ tịch ⟦UBND tỉnh Sơn La⟧ | =Ủy ban nhân dân tỉnh Sơn La",
        "⟦Vụ trưởng Vụ Pháp chế⟧ và ⟦Chánh Văn phòng Bộ Y tế⟧",
        "Bộ trưởng, ⟦Chủ nhiệm Văn phòng Chính phủ⟧",
        "⟦Bộ trưởng Bộ Tư pháp⟧ Lê Văn A cho biết",
    ]);
}

#[test]
#[rustfmt::skip]
fn local_bodies_and_places() {
    for (marked, name, code, place) in [
        ("⟦Sở Tư pháp tỉnh Sơn La⟧ báo cáo", "Sở Tư pháp tỉnh Sơn La", "STP", "Sơn La"),
        ("⟦UBND tỉnh Sơn La⟧", "Ủy ban nhân dân tỉnh Sơn La", "UBND", "Sơn La"),
        ("⟦ỦY BAN NHÂN DÂN⏎TỈNH SƠN LA⟧", "Ủy ban nhân dân tỉnh Sơn La", "UBND", "Sơn La"),
        ("⟦Uỷ ban nhân dân tỉnh Thanh Hoá⟧", "Ủy ban nhân dân tỉnh Thanh Hóa", "UBND", "Thanh Hóa"),
        ("⟦HĐND TP. Hà Nội⟧", "Hội đồng nhân dân thành phố Hà Nội", "HĐND", "Hà Nội"),
        ("⟦UBND TP.HCM⟧ họp", "Ủy ban nhân dân Thành phố Hồ Chí Minh", "UBND", "Hồ Chí Minh"),
        ("⟦UBND TPHCM⟧ họp", "Ủy ban nhân dân Thành phố Hồ Chí Minh", "UBND", "Hồ Chí Minh"),
        ("⟦UBND Tp. Hồ Chí Minh⟧", "Ủy ban nhân dân Thành phố Hồ Chí Minh", "UBND", "Hồ Chí Minh"),
        ("⟦UBND thành phố Hồ Chí Minh⟧", "Ủy ban nhân dân Thành phố Hồ Chí Minh", "UBND", "Hồ Chí Minh"),
        ("⟦Công an TP Hà Nội⟧", "Công an thành phố Hà Nội", "CA", "Hà Nội"),
        ("⟦Công an tỉnh Nghệ An⟧", "Công an tỉnh Nghệ An", "CA", "Nghệ An"),
        ("⟦UBND tỉnh Bà Rịa – Vũng Tàu⟧", "Ủy ban nhân dân tỉnh Bà Rịa - Vũng Tàu", "UBND", "Bà Rịa - Vũng Tàu"),
        ("⟦UBND tỉnh BR-VT⟧", "Ủy ban nhân dân tỉnh Bà Rịa - Vũng Tàu", "UBND", "Bà Rịa - Vũng Tàu"),
        ("⟦UBND tỉnh Đắc Lắc⟧", "Ủy ban nhân dân tỉnh Đắk Lắk", "UBND", "Đắk Lắk"),
        ("⟦UBND tỉnh Thừa Thiên - Huế⟧", "Ủy ban nhân dân tỉnh Thừa Thiên Huế", "UBND", "Thừa Thiên Huế"),
        ("⟦UBND tỉnh Kontum⟧", "Ủy ban nhân dân tỉnh Kon Tum", "UBND", "Kon Tum"),
        ("⟦UBND tỉnh Bắc Cạn⟧", "Ủy ban nhân dân tỉnh Bắc Kạn", "UBND", "Bắc Kạn"),
        ("⟦UBND huyện Mộc Châu⟧", "Ủy ban nhân dân huyện Mộc Châu", "UBND", "huyện Mộc Châu"),
        ("⟦UBND huyện Mộc Châu, tỉnh Sơn La⟧", "Ủy ban nhân dân huyện Mộc Châu, tỉnh Sơn La", "UBND", "Sơn La"),
        ("⟦UBND quận 1⟧", "Ủy ban nhân dân quận 1", "UBND", "quận 1"),
        ("⟦UBND phường Cầu Dền⟧", "Ủy ban nhân dân phường Cầu Dền", "UBND", "phường Cầu Dền"),
        ("⟦UBND thị xã Sơn Tây⟧", "Ủy ban nhân dân thị xã Sơn Tây", "UBND", "thị xã Sơn Tây"),
        ("⟦UBND đặc khu Phú Quốc⟧", "Ủy ban nhân dân đặc khu Phú Quốc", "UBND", "đặc khu Phú Quốc"),
        ("⟦Tòa án nhân dân thành phố Hà Nội⟧", "Tòa án nhân dân thành phố Hà Nội", "TAND", "Hà Nội"),
        ("⟦TAND huyện Sóc Sơn⟧", "Tòa án nhân dân huyện Sóc Sơn", "TAND", "huyện Sóc Sơn"),
        ("⟦VKSND tỉnh Gia Lai⟧", "Viện kiểm sát nhân dân tỉnh Gia Lai", "VKSND", "Gia Lai"),
        ("⟦Tòa án nhân dân khu vực 1 - Hà Nội⟧", "Tòa án nhân dân khu vực 1 - Hà Nội", "TAND", "Hà Nội"),
        ("⟦Tòa án nhân dân cấp cao tại Đà Nẵng⟧", "Tòa án nhân dân cấp cao tại Đà Nẵng", "TANDCC", "Đà Nẵng"),
        ("⟦Văn phòng Ủy ban nhân dân tỉnh Thái Nguyên⟧", "Văn phòng Ủy ban nhân dân tỉnh Thái Nguyên", "VP", "Thái Nguyên"),
        ("⟦Thường trực HĐND tỉnh Hà Giang⟧", "Thường trực Hội đồng nhân dân tỉnh Hà Giang", "TTHĐND", "Hà Giang"),
        ("⟦Đoàn ĐBQH tỉnh Hòa Bình⟧", "Đoàn đại biểu Quốc hội tỉnh Hòa Bình", "ĐĐBQH", "Hòa Bình"),
        ("⟦Sở GD&ĐT Hà Nội⟧", "Sở Giáo dục và Đào tạo Hà Nội", "SGDĐT", "Hà Nội"),
        ("⟦Sở Lao động - Thương binh và Xã hội tỉnh Hà Nam⟧", "Sở Lao động - Thương binh và Xã hội tỉnh Hà Nam", "SLĐTBXH", "Hà Nam"),
        ("⟦Cục Thuế tỉnh Bình Dương⟧", "Cục Thuế tỉnh Bình Dương", "CT", "Bình Dương"),
        ("⟦Cục Thi hành án dân sự tỉnh Yên Bái⟧", "Cục Thi hành án dân sự tỉnh Yên Bái", "CTHADS", "Yên Bái"),
        ("⟦Thanh tra tỉnh Lai Châu⟧", "Thanh tra tỉnh Lai Châu", "TTr", "Lai Châu"),
        ("⟦Bảo hiểm xã hội tỉnh Phú Thọ⟧", "Bảo hiểm xã hội tỉnh Phú Thọ", "", "Phú Thọ"),
        ("⟦Bộ Chỉ huy quân sự tỉnh Cà Mau⟧", "Bộ Chỉ huy quân sự tỉnh Cà Mau", "BCHQS", "Cà Mau"),
        ("⟦Bộ Tư lệnh Thủ đô Hà Nội⟧", "Bộ Tư lệnh Thủ đô Hà Nội", "BTL", ""),
        ("⟦Ủy ban MTTQ Việt Nam tỉnh Bến Tre⟧", "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Bến Tre", "UBMTTQ", "Bến Tre"),
    ] {
        let body = bodies_of(&Finder::new(), marked).remove(0);
        assert_eq!(body.name, name, "{marked}");
        assert_eq!(body.code.as_deref().unwrap_or(""), code, "{marked}");
        assert_eq!(body.place.as_deref().unwrap_or(""), place, "{marked}");
        assert!(!body.generic && !body.derived, "{marked}");
    }
}

#[test]
#[rustfmt::skip]
fn an_abbreviation_in_brackets_stays_inside() {
    check(&[
        "⟦Ủy ban nhân dân (UBND) tỉnh Sơn La⟧ họp | =Ủy ban nhân dân tỉnh Sơn La",
        "⟦Hội đồng nhân dân (HĐND) thành phố Hà Nội⟧ bầu | =Hội đồng nhân dân thành phố Hà Nội",
        "⟦Bộ Tư pháp⟧ (BTP) họp",
    ]);
}

#[test]
#[rustfmt::skip]
fn party_bodies() {
    for (marked, name, code) in [
        ("⟦Ban Cán sự đảng Bộ Tư pháp⟧", "Ban cán sự đảng Bộ Tư pháp", "BCS"),
        ("⟦Ban cán sự Đảng Bộ Tư pháp⟧", "Ban cán sự đảng Bộ Tư pháp", "BCS"),
        ("⟦Ban cán sự đảng Bộ Tư pháp⟧", "Ban cán sự đảng Bộ Tư pháp", "BCS"),
        ("⟦Ban cán sự đảng UBND tỉnh Lào Cai⟧", "Ban cán sự đảng Ủy ban nhân dân tỉnh Lào Cai", "BCS"),
        ("⟦Ban Thường vụ Tỉnh ủy Thái Nguyên⟧", "Ban Thường vụ Tỉnh ủy Thái Nguyên", "TU"),
        ("⟦BTV Tỉnh ủy Sơn La⟧", "Ban Thường vụ Tỉnh ủy Sơn La", "TU"),
        ("⟦Ban Chấp hành Đảng bộ tỉnh Thái Nguyên⟧", "Ban Chấp hành Đảng bộ tỉnh Thái Nguyên", "TU"),
        ("⟦BCH Đảng bộ tỉnh Thái Nguyên⟧", "Ban Chấp hành Đảng bộ tỉnh Thái Nguyên", "TU"),
        ("⟦Tỉnh ủy Thái Nguyên⟧", "Tỉnh ủy Thái Nguyên", "TU"),
        ("⟦Tỉnh uỷ Hoà Bình⟧", "Tỉnh ủy Hòa Bình", "TU"),
        ("⟦Thành ủy Hà Nội⟧", "Thành ủy Hà Nội", "TU"),
        ("⟦Ban Nội chính Tỉnh ủy Thái Nguyên⟧", "Ban Nội chính Tỉnh ủy Thái Nguyên", "BNCTU"),
        ("⟦Văn phòng Tỉnh ủy Nam Định⟧", "Văn phòng Tỉnh ủy Nam Định", "VPTU"),
        ("⟦Ủy ban Kiểm tra Trung ương⟧", "Ủy ban Kiểm tra Trung ương", "UBKTTW"),
        ("⟦Ban Tổ chức Trung ương⟧", "Ban Tổ chức Trung ương", "BTCTW"),
        ("⟦Ban Tuyên giáo và Dân vận Trung ương⟧", "Ban Tuyên giáo và Dân vận Trung ương", "BTGDVTW"),
        ("⟦Văn phòng Trung ương Đảng⟧", "Văn phòng Trung ương Đảng", "VPTW"),
        ("⟦Bộ Chính trị⟧ kết luận", "Bộ Chính trị", "TW"),
        ("⟦Ban Bí thư Trung ương Đảng⟧", "Ban Bí thư", "TW"),
        ("⟦Ban Chấp hành Trung ương Đảng⟧", "Ban Chấp hành Trung ương", "TW"),
        ("⟦Quân ủy Trung ương⟧", "Quân ủy Trung ương", "QUTW"),
        ("⟦Đảng ủy Công an Trung ương⟧", "Đảng ủy Công an Trung ương", "ĐUCA"),
        ("⟦Đảng ủy Bộ Giáo dục và Đào tạo⟧", "Đảng ủy Bộ Giáo dục và Đào tạo", "ĐU"),
        ("⟦Đảng ủy xã Tân Lập⟧", "Đảng ủy xã Tân Lập", "ĐU"),
        ("⟦Đảng bộ tỉnh Sơn La⟧", "Đảng bộ tỉnh Sơn La", ""),
        ("⟦Đại hội đại biểu toàn quốc lần thứ XIII của Đảng⟧", "Đại hội đại biểu toàn quốc lần thứ XIII của Đảng", ""),
        ("Nghị quyết ⟦đại hội đại biểu toàn quốc lần thứ XIII của Đảng⟧", "Đại hội đại biểu toàn quốc lần thứ XIII của Đảng", ""),
        ("văn kiện ⟦Đại hội XIV của Đảng⟧", "Đại hội đại biểu toàn quốc lần thứ XIV của Đảng", ""),
    ] {
        let body = bodies_of(&Finder::new(), marked).remove(0);
        assert_eq!(
            (&*body.name, body.code.as_deref().unwrap_or("")),
            (name, code),
            "{marked}"
        );
        assert_eq!(body.class, BodyClass::Party, "{marked}");
    }
}

#[test]
#[rustfmt::skip]
fn composed_names_end_where_the_sentence_goes_on() {
    check(&[
        "⟦Vụ Phổ biến, giáo dục pháp luật⟧ chủ trì",
        "⟦Vụ Tổ chức cán bộ⟧, ⟦Vụ Pháp chế⟧ và ⟦Văn phòng Chính phủ⟧",
        "⟦Cục Kế hoạch Tài chính⟧ (KHTC)",
        "⟦Cục Kế hoạch – Tài chính⟧ bố trí kinh phí | =Cục Kế hoạch - Tài chính",
        "giao ⟦Vụ Hợp tác quốc tế⟧ phối hợp với các nước",
        "⟦Cục Lâm nghiệp và Kiểm lâm⟧ xây dựng phương án",
        "⟦Cục Bảo tồn thiên nhiên và Đa dạng sinh học⟧ lập báo cáo",
        "⟦Cục Quản lý, giám sát bảo hiểm⟧ trình Bộ",
        "⟦Cục Quản lý xử lý vi phạm hành chính và theo dõi thi hành pháp luật⟧ tổng hợp",
        "Nguồn: ⟦Cục QLXLVPHC và TDTHPL⟧ | =Cục Quản lý xử lý vi phạm hành chính và theo dõi thi hành pháp luật",
        "⟦Cục Cảnh sát điều tra tội phạm về ma túy⟧ có quyền",
        "⟦Cục Chất lượng, Chế biến và Phát triển thị trường⟧ kiểm tra",
        "⟦Cục Thể dục thể thao Việt Nam⟧ thường xuyên cập nhật",
        "⟦Cục Đăng kiểm Việt Nam⟧ thu hồi giấy chứng nhận",
        "⟦Cục Xuất nhập khẩu⟧ - ⟦Bộ Công Thương⟧",
        "⟦Sở Nông nghiệp và Môi trường⟧ thống kê số hộ",
        "⟦Sở Giáo dục và Đào tạo⟧ thẩm định hồ sơ",
        "⟦Sở Quy hoạch - Kiến trúc⟧ cho ý kiến",
        "⟦Tổng cục Thuế⟧ có văn bản",
        "⟦Tổng cục Hải quan⟧ và ⟦Cục Thuế⟧ thống nhất",
        "⟦Chi cục Kiểm lâm vùng II⟧",
        "⟦Phòng Tư pháp huyện Thuận Châu⟧ thẩm định",
        "⟦Trung tâm Lý lịch tư pháp quốc gia⟧ cấp phiếu",
        "⟦Viện Khoa học pháp lý⟧ là cơ quan đầu mối",
        "⟦Viện Chiến lược và Chính sách kinh tế - tài chính⟧ nghiên cứu",
        "⟦Học viện Tư pháp⟧ tuyển sinh",
        "⟦Học viện Chính trị quốc gia Hồ Chí Minh⟧ mở lớp",
        "⟦Trường Đại học Luật Hà Nội⟧ công bố điểm",
        "⟦Đại học Quốc gia Hà Nội⟧ tổ chức thi",
        "⟦Tập đoàn Điện lực Việt Nam⟧ báo cáo",
        "⟦Tổng công ty Lưu ký và Bù trừ chứng khoán Việt Nam⟧ thực hiện",
        "⟦Ngân hàng Chính sách xã hội⟧ cho vay",
        "⟦Hội Luật gia Việt Nam⟧ góp ý",
        "⟦Hội Nông dân Việt Nam⟧ vận động",
        "⟦Tổng Liên đoàn Lao động Việt Nam⟧ kiến nghị",
        "⟦Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam⟧ giám sát",
        "⟦Mặt trận Tổ quốc⟧ phản biện | =Mặt trận Tổ quốc Việt Nam",
        "⟦Liên đoàn Luật sư Việt Nam⟧ và ⟦Hội Luật gia Việt Nam⟧",
        "⟦Đoàn Thanh niên Cộng sản Hồ Chí Minh⟧ phát động",
        "⟦Ban Chỉ đạo Cải cách tư pháp Trung ương⟧ họp",
        "⟦Ban Quản lý khu kinh tế Dung Quất⟧ cấp phép",
        "⟦Ủy ban Chứng khoán Nhà nước⟧ xử phạt",
        "⟦Kho bạc Nhà nước⟧ kiểm soát chi",
        "⟦Hội đồng Thi đua - Khen thưởng Trung ương⟧ thẩm định",
        "⟦Văn phòng Hội đồng Giáo sư Nhà nước⟧ tiếp nhận",
        "⟦Thanh tra Bộ Công an⟧ kết luận",
        "⟦Ban Tôn giáo Chính phủ⟧ được giao",
        "⟦CỤC QUẢN LÝ THỊ TRƯỜNG⟧ | =Cục Quản lý thị trường",
        "⟦TỔNG CỤC THUẾ⟧ | =Tổng cục Thuế",
    ]);
}

#[test]
#[rustfmt::skip]
fn names_as_the_news_write_them() {
    check(&[
        "⟦Chủ tịch UBND TP Hà Nội⟧ Trần Văn A, ⟦Sở GD-ĐT TP.HCM⟧ | =Chủ tịch Ủy ban nhân dân thành phố Hà Nội; Sở Giáo dục và Đào tạo Thành phố Hồ Chí Minh",
        "⟦Phó Thủ tướng Thường trực Chính phủ⟧ Lê Văn B chủ trì",
        "⟦Thủ tướng⟧ Nguyễn Văn C yêu cầu | =Thủ tướng Chính phủ",
        "⟦Chủ tịch UBND huyện Mộc Châu⟧ Nguyễn Văn D | =Chủ tịch Ủy ban nhân dân huyện Mộc Châu",
        "⟦Huyện ủy Mộc Châu⟧ và ⟦Thị ủy Sơn Tây⟧",
        "⟦Cơ quan CSĐT Công an tỉnh Sơn La⟧ khởi tố | =Cơ quan Cảnh sát điều tra Công an tỉnh Sơn La",
        "⟦Văn phòng Đoàn ĐBQH và HĐND tỉnh Yên Bái⟧ phối hợp | =Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân tỉnh Yên Bái",
        "⟦Đảng ủy các cơ quan Đảng Trung ương⟧, ⟦Đảng ủy Chính phủ⟧",
        "⟦Đại hội Đảng bộ tỉnh Sơn La lần thứ XV⟧ bầu | =Đại hội đại biểu Đảng bộ tỉnh Sơn La lần thứ XV",
        "⟦Cục trưởng Cục Báo chí⟧, ⟦Bộ TT&TT⟧ | =Cục trưởng Cục Báo chí; Bộ Thông tin và Truyền thông",
        "⟦Tỉnh đoàn Sơn La⟧, ⟦Hội Liên hiệp Thanh niên Việt Nam⟧",
        "⟦Bệnh viện Bạch Mai⟧ tiếp nhận",
        "⟦Ban Tổ chức TW⟧, ⟦Văn phòng TƯ Đảng⟧ | =Ban Tổ chức Trung ương; Văn phòng Trung ương Đảng",
        "⟦Đại học Bách khoa Hà Nội⟧ tuyển sinh",
        "⟦Trung tâm Kiểm soát bệnh tật tỉnh Hòa Bình⟧ xét nghiệm",
        "⟦Ban Quản lý dự án Đường sắt đô thị Hà Nội⟧ báo cáo",
    ]);
}

#[test]
#[rustfmt::skip]
fn classes_of_bodies_are_generic() {
    for marked in [
        "trách nhiệm của ⟦các bộ, ngành, địa phương⟧ trong việc này",
        "⟦Các Bộ, ngành, địa phương có liên quan⟧ thực hiện",
        "⟦các bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ⟧ báo cáo",
        "⟦Bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ⟧ rà soát",
        "phối hợp với ⟦các cơ quan, đơn vị liên quan⟧ triển khai",
        "phối hợp với ⟦các đơn vị liên quan⟧ để đề xuất",
        "⟦các sở, ban, ngành, đoàn thể tỉnh⟧ xây dựng kế hoạch",
        "⟦UBND các tỉnh, thành phố trực thuộc Trung ương⟧ chỉ đạo",
        "⟦Ủy ban nhân dân các cấp⟧ thực hiện",
        "⟦Ủy ban nhân dân cấp tỉnh⟧ quyết định",
        "⟦Ủy ban nhân dân cấp tỉnh, cấp xã⟧ công khai",
        "⟦Chủ tịch Ủy ban nhân dân cấp xã⟧ xử phạt",
        "⟦Hội đồng nhân dân cùng cấp⟧ phê chuẩn",
        "⟦Cục Thi hành án dân sự các tỉnh, thành phố trực thuộc Trung ương⟧",
        "⟦Chi cục Thi hành án dân sự các quận, huyện, thị xã, thành phố thuộc tỉnh⟧",
        "⟦Ủy ban nhân dân⟧ ra quyết định cưỡng chế",
        "⟦Tòa án nhân dân⟧ xét xử",
        "⟦các Ủy ban của Quốc hội⟧ thẩm tra",
        "⟦Công an các đơn vị, địa phương⟧ báo cáo",
        "⟦Công an cấp xã⟧ tiếp nhận tin báo",
        "⟦Cơ quan Thi hành án⟧ tổ chức thi hành",
    ] {
        for body in bodies_of(&Finder::new(), marked) {
            assert!(body.generic, "{marked}: {body:?}");
        }
    }
    check(&[
        "⟦các đơn vị⟧ thuộc ⟦Bộ Công Thương⟧ báo cáo",
        "⟦Sở Tư pháp⟧ tham mưu",
    ]);
    assert!(!find("Sở Tư pháp tham mưu")[0].value.generic);
}

#[test]
#[rustfmt::skip]
fn false_bodies_stay_quiet() {
    for text in [
        "các tổ chức phi chính phủ nước ngoài",
        "viện trợ phi Chính phủ nước ngoài",
        "Bộ luật Dân sự năm 2015",
        "Bộ Luật Hình sự",
        "bộ phận một cửa, Bộ phận Một cửa",
        "quy chế quản lý nội bộ của đơn vị",
        "cán bộ, công chức, viên chức",
        "Chính phủ các nước thành viên",
        "phát triển Chính phủ số và chính phủ điện tử",
        "đường Hồ Chí Minh qua Tây Nguyên",
        "Chủ tịch Hồ Chí Minh đọc Tuyên ngôn",
        "tư tưởng Hồ Chí Minh",
        "số 12 đường Bắc Ninh",
        "ông Thái Nguyên cho biết",
        "một bộ hồ sơ gồm ba văn bản",
        "Bộ hồ sơ gồm các giấy tờ sau",
        "Bộ tiêu chí quốc gia",
        "mạng cục bộ, Cục bộ địa phương",
        "MẠNG CỤC BỘ",
        "cơ sở hạ tầng; CƠ SỞ HẠ TẦNG KỸ THUẬT",
        "TRỤ SỞ, NHIỆM VỤ QUẢN LÝ NHÀ NƯỚC",
        "DỊCH VỤ VIỄN THÔNG CÔNG ÍCH",
        "CẢNG VỤ HÀNG HẢI; thành phố Hải Phòng 1",
        "ngành Ngân hàng Việt Nam, ngành Thanh tra",
        "Trường hợp hồ sơ không hợp lệ",
        "Phòng ngừa rủi ro; phòng, chống bão",
        "Ban hành kèm theo Quyết định này",
        "Tổng số tiền; Tổng hợp báo cáo",
        "Hội nghị triển khai; Hội thảo quốc tế",
        "phường Hội An Tây, thành phố Hội An",
        "Hội đồng quản trị, Hội đồng thành viên",
        "Vụ án hình sự; Vụ việc nghiêm trọng",
        "Bộ, Vụ, Cục tự quyết định",
        "Ngân hàng Thế giới cho vay",
        "Liên hợp quốc, Liên minh châu Âu",
        "Căn cứ Luật Tổ chức Chính phủ số 63/2025/QH15",
        "Số: 15/2024/QĐ-UBND và 20/NQ-HĐND",
        "mua trái phiếu Chính phủ",
        "ngành Tư pháp, công tác tư pháp",
        "Cách mạng công nghiệp lần thứ tư",
        "lãnh đạo Đảng và Nhà nước",
        "thành phố Hà Nội, tỉnh Sơn La",
        "Công an nhân dân; Quân đội nhân dân",
        "",
        "Bộ",
        "Ủy ban",
        "Văn phòng đại diện của thương nhân",
        "Trưởng đoàn kiểm tra; Giám đốc công ty",
        "Chủ tịch công ty, Tổng giám đốc",
    ] {
        let found = find(text);
        let named: Vec<_> = found.iter().filter(|b| !b.value.generic).collect();
        assert!(named.is_empty(), "{text:?}: {named:?}");
    }
    check(&[
        "Tổ chức ⟦Chính phủ⟧ điều hành",
        "⟦UBND thành phố Hội An⟧ | =Ủy ban nhân dân thành phố Hội An",
    ]);
}

#[test]
#[rustfmt::skip]
fn bodies_of_other_countries_are_marked() {
    for row in [
        "⟦Quốc hội Hoa Kỳ⟧ thông qua dự luật",
        "⟦Chính phủ Nhật Bản⟧ tài trợ",
        "⟦Bộ Tư pháp Hoa Kỳ⟧ công bố",
        "⟦Bộ Y tế Nhật Bản⟧",
        "⟦Chính phủ Cộng hòa Cu-ba⟧ và ⟦Chính phủ nước Cộng hòa Pháp⟧",
        "⟦Thủ tướng Lào⟧ thăm, ⟦Phó Thủ tướng Campuchia⟧ tiếp",
    ] {
        for body in bodies_of(&Finder::new(), row) {
            assert_eq!(body.class, BodyClass::Foreign, "{row}");
            assert_eq!(body.code, None, "{row}");
        }
    }
    let ours = bodies_of(&Finder::new(), "⟦Chính phủ Cộng hòa xã hội chủ nghĩa Việt Nam⟧ ký").remove(0);
    assert_eq!((&*ours.name, ours.class), ("Chính phủ", BodyClass::Central));
}

#[test]
#[rustfmt::skip]
fn the_document_completes_bare_names() {
    let rows: &[(&str, &[(&str, bool)])] = &[
        ("⟦Ban Thường vụ Tỉnh ủy Thái Nguyên⟧ ban hành kế hoạch. Các cơ quan giúp việc ⟦Tỉnh ủy⟧ và ⟦Ban Chỉ đạo cải cách tư pháp tỉnh⟧ thực hiện.", &[ ("Ban Thường vụ Tỉnh ủy Thái Nguyên", false), ("Tỉnh ủy Thái Nguyên", true), ("Ban Chỉ đạo cải cách tư pháp tỉnh Thái Nguyên", true), ]),
        ("⟦UBND tỉnh Sơn La⟧ giao ⟦Sở Tư pháp⟧. ⟦UBND tỉnh⟧ yêu cầu, ⟦Chủ tịch UBND tỉnh⟧ ký.", &[ ("Ủy ban nhân dân tỉnh Sơn La", false), ("Sở Tư pháp", false), ("Ủy ban nhân dân tỉnh Sơn La", true), ("Chủ tịch Ủy ban nhân dân tỉnh Sơn La", true), ]),
        // Two provinces of equal rank: neither.
        ("⟦UBND tỉnh Sơn La⟧ và ⟦UBND tỉnh Lào Cai⟧ họp. ⟦UBND tỉnh⟧ kết luận.", &[ ("Ủy ban nhân dân tỉnh Sơn La", false), ("Ủy ban nhân dân tỉnh Lào Cai", false), ("Ủy ban nhân dân tỉnh", false), ]),
        // The province is named outside any body.
        ("Trên địa bàn tỉnh Sơn La, ⟦UBND tỉnh⟧ họp.", &[("Ủy ban nhân dân tỉnh Sơn La", true)]),
        ("Từ tỉnh Sơn La đến tỉnh Lào Cai, ⟦UBND tỉnh⟧ họp.", &[("Ủy ban nhân dân tỉnh", false)]),
        ("⟦Thành ủy TP.HCM⟧ họp, ⟦UBND thành phố⟧ và ⟦Thành ủy⟧ thống nhất.", &[ ("Thành ủy Thành phố Hồ Chí Minh", false), ("Ủy ban nhân dân Thành phố Hồ Chí Minh", true), ("Thành ủy Thành phố Hồ Chí Minh", true), ]),
        // A city is no province.
        ("⟦UBND thành phố Hà Nội⟧ họp. ⟦UBND tỉnh⟧ kết luận.", &[ ("Ủy ban nhân dân thành phố Hà Nội", false), ("Ủy ban nhân dân tỉnh", false), ]),
        ("⟦Bộ Tư pháp⟧ họp. ⟦Bộ trưởng⟧ giao ⟦Văn phòng Bộ⟧, báo cáo ⟦Đảng ủy Bộ⟧.", &[ ("Bộ Tư pháp", false), ("Bộ trưởng Bộ Tư pháp", true), ("Văn phòng Bộ Tư pháp", true), ("Đảng ủy Bộ Tư pháp", true), ]),
        ("⟦Bộ Tư pháp⟧ và ⟦Bộ Y tế⟧ họp, ⟦Văn phòng Bộ⟧ ghi biên bản.", &[ ("Bộ Tư pháp", false), ("Bộ Y tế", false), ("Văn phòng Bộ", false), ]),
        ("⟦Văn phòng Bộ⟧ ghi biên bản.", &[("Văn phòng Bộ", false)]),
        ("⟦UBND tỉnh Sơn La⟧ gửi: ⟦Tỉnh ủy⟧, ⟦Thành ủy⟧, ⟦UBND các tỉnh, thành phố trực thuộc TƯ⟧", &[ ("Ủy ban nhân dân tỉnh Sơn La", false), ("Tỉnh ủy", false), ("Thành ủy", false), ("Ủy ban nhân dân các tỉnh, thành phố trực thuộc TƯ", false), ]),
        ("⟦CHÍNH PHỦ⟧⏎Theo đề nghị của ⟦Bộ trưởng Bộ Tài chính⟧; giao ⟦Bộ trưởng⟧ quy định.", &[ ("Chính phủ", false), ("Bộ trưởng Bộ Tài chính", false), ("Bộ trưởng", false), ]),
    ];
    for (marked, expected) in rows {
        let found = bodies_of(&Finder::new(), marked);
        let got: Vec<_> = found.iter().map(|b| (&*b.name, b.derived)).collect();
        assert_eq!(&got, expected, "{marked}");
    }
    let found = find("UBND tỉnh Sơn La họp. HĐND tỉnh bầu.");
    assert_eq!(found[1].value.place.as_deref(), Some("Sơn La"));
    let found = find("Bộ Tư pháp họp, Văn phòng Bộ ghi.");
    assert_eq!(found[1].value.parent.as_deref(), Some("Bộ Tư pháp"));
}

#[test]
#[rustfmt::skip]
fn abbreviations_of_the_text() {
    let finder = Finder::new().abbreviations(&[
        ("CNTT", "công nghệ thông tin"),
        ("PBGDPL", "Phổ biến, giáo dục pháp luật"),
        ("KHTC", "Kế hoạch Tài chính"),
        ("XYZ", "xây dựng yên zên"),
    ]);
    for (marked, name, code) in [
        ("giao ⟦Cục CNTT⟧ chủ trì", "Cục Công nghệ thông tin", "CNTT"),
        ("giao ⟦Vụ PBGDPL⟧ chủ trì", "Vụ Phổ biến, giáo dục pháp luật", "PBGDPL"),
        ("giao ⟦Cục KHTC⟧ chủ trì", "Cục Kế hoạch Tài chính", "KHTC"),
        ("giao ⟦Cục XYZ⟧ chủ trì", "Cục Xây dựng yên zên", "XYZ"),
    ] {
        let body = bodies_of(&finder, marked).remove(0);
        assert_eq!(
            (&*body.name, body.code.as_deref()),
            (name, Some(code))
        );
    }
    // Without a definition the registry serves, and an unknown one stays as written.
    let body = bodies_of(&Finder::new(), "giao ⟦Vụ TCCB⟧").remove(0);
    assert_eq!(body.name, "Vụ Tổ chức cán bộ");
    let body = bodies_of(&Finder::new(), "giao ⟦Cục QRST⟧ chủ trì").remove(0);
    assert_eq!(
        (&*body.name, body.code.as_deref()),
        ("Cục QRST", Some("QRST"))
    );
}

#[test]
fn a_registry_of_ones_own() {
    let registry = Registry::with([
        Body::new("Tổ Tư vấn pháp luật Sao Mai", BodyClass::Other).code("TSM"),
        Body::new("Ban Thư viện số Hoa Sen", BodyClass::Other).alias("Ban TVS"),
    ]);
    let finder = Finder::new().registry(&registry);
    assert_eq!(
        finder.find("gửi Ban TVS").next().unwrap().value.name,
        "Ban Thư viện số Hoa Sen"
    );
    assert_eq!(
        registry.by_code("TSM").next().unwrap().name,
        "Tổ Tư vấn pháp luật Sao Mai"
    );
    assert!(Registry::builtin().by_code("TSM").next().is_none());
}

/// A date as EDTF has it.
fn day(written: &str) -> PartialDate {
    written.parse().expect("a date")
}

fn lookup(code: &str, setting: Setting, date: Option<&str>, place: Option<&str>) -> Vec<String> {
    let context = Context {
        setting,
        date: date.map(day),
        place,
    };
    let found = Registry::builtin().lookup(code, &context);
    let mut names: Vec<String> = found.all().iter().map(|b| b.name.clone()).collect();
    names.dedup();
    names
}

#[test]
fn codes_are_hints() {
    use Setting::*;
    type Row<'a> = (
        &'a str,
        Setting,
        Option<&'a str>,
        Option<&'a str>,
        &'a [&'a str],
    );
    let rows: &[Row<'_>] = &[
        ("CP", StateNumber, None, None, &["Chính phủ"]),
        ("TTg", StateNumber, None, None, &["Thủ tướng Chính phủ"]),
        ("BTP", StateNumber, None, None, &["Bộ Tư pháp"]),
        ("TTCP", StateNumber, None, None, &["Thanh tra Chính phủ"]),
        ("BCT", StateNumber, None, None, &["Bộ Công Thương"]),
        (
            "BCT",
            Prose,
            None,
            None,
            &["Bộ Chính trị", "Bộ Công Thương"],
        ),
        ("BNV", StateNumber, Some("1990"), None, &["Bộ Nội vụ"]),
        ("BTC", StateNumber, None, None, &["Bộ Tài chính"]),
        ("BTC", Prose, None, None, &["Ban Tổ chức", "Bộ Tài chính"]),
        (
            "CT",
            StateNumber,
            Some("1985"),
            None,
            &["Chủ tịch Hội đồng Bộ trưởng"],
        ),
        ("CT", StateNumber, Some("2025-06"), None, &["Cục Thuế"]),
        (
            "TW",
            PartyNumber,
            None,
            None,
            &["Bộ Chính trị", "Ban Bí thư", "Ban Chấp hành Trung ương"],
        ),
        ("TU", PartyNumber, None, Some("Hà Nội"), &["Thành ủy"]),
        ("TU", PartyNumber, None, Some("Thái Nguyên"), &["Tỉnh ủy"]),
        ("TU", PartyNumber, None, None, &["Tỉnh ủy", "Thành ủy"]),
        (
            "ĐHQG-HCM",
            StateNumber,
            None,
            None,
            &["Đại học Quốc gia Thành phố Hồ Chí Minh"],
        ),
        ("QQQ", StateNumber, None, None, &[]),
    ];
    for &(code, setting, date, place, names) in rows {
        assert_eq!(
            lookup(code, setting, date, place),
            names,
            "{code} {setting:?}"
        );
    }
    let registry = Registry::builtin();
    assert_eq!(
        registry.lookup("QQQ", &Context::default()),
        Candidates::Unknown
    );
    // The police ministry and the one for home affairs had one name.
    let context = Context {
        date: Some(day("1990")),
        ..Context::default()
    };
    let police = registry.lookup("BNV", &context);
    assert!(police.one().unwrap().english.contains("police"));
}

#[test]
fn issuer_names() {
    let name = |code: &str, setting, date, place| {
        let context = Context {
            setting,
            date,
            place,
        };
        Registry::builtin().issuer_name(code, &context)
    };
    use Setting::*;
    for (code, setting, place, expected) in [
        ("TTg", StateNumber, None, Some("Thủ tướng Chính phủ")),
        ("BNV", StateNumber, None, Some("Bộ Nội vụ")),
        ("TW", PartyNumber, None, None),
        ("UBND", StateNumber, None, Some("Ủy ban nhân dân")),
        (
            "UBND",
            StateNumber,
            Some("Hòa Bình"),
            Some("Ủy ban nhân dân tỉnh Hòa Bình"),
        ),
        (
            "UBND",
            StateNumber,
            Some("TP.HCM"),
            Some("Ủy ban nhân dân Thành phố Hồ Chí Minh"),
        ),
        (
            "HĐND",
            StateNumber,
            Some("Hà Nội"),
            Some("Hội đồng nhân dân thành phố Hà Nội"),
        ),
        (
            "TU",
            PartyNumber,
            Some("Thái Nguyên"),
            Some("Tỉnh ủy Thái Nguyên"),
        ),
        ("TU", PartyNumber, Some("Hà Nội"), Some("Thành ủy Hà Nội")),
        ("TU", PartyNumber, None, None),
        ("BTP", StateNumber, Some("Sơn La"), Some("Bộ Tư pháp")),
        ("VKS", StateNumber, Some("Sơn La"), None),
        ("TAND", StateNumber, Some("Sơn La"), None),
    ] {
        assert_eq!(
            name(code, setting, None, place).as_deref(),
            expected,
            "{code} {place:?}"
        );
    }
}

#[test]
fn mergers_of_2025() {
    let registry = Registry::builtin();
    for (old, new) in [
        ("BKHĐT", "Bộ Tài chính"),
        ("BGTVT", "Bộ Xây dựng"),
        ("BTTTT", "Bộ Khoa học và Công nghệ"),
        ("BTNMT", "Bộ Nông nghiệp và Môi trường"),
        ("BNNPTNT", "Bộ Nông nghiệp và Môi trường"),
        ("BLĐTBXH", "Bộ Nội vụ"),
        ("UBDT", "Bộ Dân tộc và Tôn giáo"),
    ] {
        let body = registry.by_code(old).next().unwrap();
        assert_eq!(body.successors[0], new, "{old}");
        assert!(
            body.exists_on(day("2025-02-28")) && !body.exists_on(day("2025-03-01")),
            "{old}"
        );
        assert!(
            registry
                .by_name(new)
                .any(|body| body.exists_on(day("2025-03-01"))),
            "{new}"
        );
    }
    // Successors and parents are rows themselves.
    for body in registry.bodies() {
        for name in body.successors.iter().chain(&body.parent) {
            assert!(
                registry.by_name(name).next().is_some(),
                "{}: {name}",
                body.name
            );
        }
    }
}

#[test]
fn provinces() {
    for (spelling, name, successor) in [
        ("Sơn La", "Sơn La", "Sơn La"),
        ("tỉnh Sơn La", "Sơn La", "Sơn La"),
        ("TP.HCM", "Hồ Chí Minh", "Hồ Chí Minh"),
        ("TP. Hồ Chí Minh", "Hồ Chí Minh", "Hồ Chí Minh"),
        ("Thành phố Hồ Chí Minh", "Hồ Chí Minh", "Hồ Chí Minh"),
        ("TPHCM", "Hồ Chí Minh", "Hồ Chí Minh"),
        ("Đắc Lắc", "Đắk Lắk", "Đắk Lắk"),
        ("Đăk Nông", "Đắk Nông", "Lâm Đồng"),
        ("BR-VT", "Bà Rịa - Vũng Tàu", "Hồ Chí Minh"),
        ("Thừa Thiên - Huế", "Thừa Thiên Huế", "Huế"),
        ("TT-Huế", "Thừa Thiên Huế", "Huế"),
        ("Hoà Bình", "Hòa Bình", "Phú Thọ"),
        ("Bắc Cạn", "Bắc Kạn", "Thái Nguyên"),
        ("KonTum", "Kon Tum", "Quảng Ngãi"),
    ] {
        let place = Place::by_name(spelling).expect(spelling);
        assert_eq!((&*place.name, &*place.successor), (name, successor));
    }
    assert!(Place::by_name("Sài Gòn Tiếp Thị").is_none());
    let đồng_nai = Place::by_name("Đồng Nai").unwrap();
    assert!(
        !đồng_nai.is_city(Some(day("2026-04-29"))) && đồng_nai.is_city(Some(day("2026-04-30")))
    );
    let huế = Place::by_name("Huế").unwrap();
    assert_eq!(huế.full_name(Some(day("2025-01-01"))), "thành phố Huế");
    let cities = |date| {
        Place::all()
            .iter()
            .filter(|p| p.exists_on(day(date)) && p.is_city(Some(day(date))))
            .count()
    };
    assert_eq!(
        (
            cities("2024-06-01"),
            cities("2025-07-01"),
            cities("2026-05-01")
        ),
        (5, 6, 7)
    );
}

#[test]
fn json_of_a_body() {
    let found = find("Sở Tư pháp tỉnh Sơn La");
    let json = serde_json::to_value(&found[0]).unwrap();
    assert_eq!(json["name"], "Sở Tư pháp tỉnh Sơn La");
    assert_eq!(json["code"], "STP");
    assert_eq!(json["class"], "local");
    assert_eq!(json["place"], "Sơn La");
    assert_eq!(json["holder"], serde_json::Value::Null);
    assert_eq!(json["generic"], serde_json::Value::Null);
    assert_eq!(json["span"], serde_json::json!([0, found[0].text.len()]));
}

/// Words of which names of bodies are made, in any order.
fn scraps() -> impl Strategy<Value = String> {
    let scrap = prop::sample::select(vec![
        "Bộ",
        "Tư pháp",
        "BỘ",
        "Ủy ban",
        "nhân dân",
        "UBND",
        "tỉnh",
        "Sơn La",
        "TP.",
        "Hồ Chí Minh",
        "cấp",
        "các",
        "bộ",
        ", ",
        "và",
        "&",
        " - ",
        "Văn phòng",
        "Chánh",
        "Ban",
        "Chấp hành",
        "Đảng bộ",
        "Cục",
        "Quản lý",
        "PBGDPL",
        "huyện",
        "\n",
        "\u{a0}",
        ".",
        "Đại hội",
        "lần thứ",
        "XIII",
        "của Đảng",
        "Bộ trưởng",
        "khu vực",
        "1",
        "trực thuộc",
        "Trung ương",
        "Tòa án",
        "¹",
        "cơ quan",
        "ngang",
        "\t",
    ]);
    prop::collection::vec(scrap, 0..40).prop_map(|scraps| scraps.join(" "))
}

fn holds(text: &str) {
    let mut end = 0;
    for body in find(text) {
        assert!(body.span.start() >= end && body.span.end() > body.span.start());
        assert_eq!(&text[body.span.range()], body.text);
        assert!(!body.value.name.is_empty());
        end = body.span.end();
    }
}

proptest! {
    #[test]
    fn any_string(text in "\\PC*") {
        holds(&text);
    }

    #[test]
    fn any_scraps(text in scraps()) {
        holds(&text);
    }
}

#[test]
fn names_of_the_registry_are_found() {
    let mut missed = Vec::new();
    for body in Registry::builtin().bodies() {
        let found = find(&body.name);
        if found.first().is_none_or(|b| b.value.name != body.name) {
            missed.push(body.name.as_str());
        }
    }
    // Codes only, heads that need more words, and names that need a place.
    let unsaid = [
        "Tòa án quân sự",
        "Viện kiểm sát quân sự",
        "Bảo hiểm xã hội",
        "Thi hành án dân sự",
        "Thuế",
        "Thống kê",
        "Vụ I",
        "Văn phòng",
        "Công an",
        "PA83",
        "Bộ Tư lệnh",
        "Đảng đoàn",
        "Quân ủy",
        "Ban Chỉ đạo",
        "Công đoàn cơ sở",
        "Tổng giám đốc",
        "Giám đốc",
        "Liên bộ",
    ];
    assert_eq!(missed, unsaid);
}

#[test]
fn names_parse_to_themselves() {
    for written in [
        "Bộ Tư pháp",
        "BỘ TƯ PHÁP",
        "bộ tư pháp",
        "Bộ trưởng Bộ Tư pháp",
        "Ban Cán sự đảng Bộ Tư pháp",
        "Chủ tịch UBND TP. Hồ Chí Minh",
        "UBND huyện Mộc Châu, tỉnh Sơn La",
        "Vụ PBGDPL",
        "Cục Quản lý, giám sát bảo hiểm",
        "các bộ, ngành, địa phương",
        "Đại hội XIII của Đảng",
    ] {
        let body: IssuingBody = written.parse().unwrap();
        let again: IssuingBody = body.to_string().parse().unwrap();
        assert_eq!(body.to_string(), again.to_string(), "{written}");
    }
    for (text, message) in [
        ("", "expected the name of a body at byte 0, found the end"),
        (
            "bộ hồ sơ",
            "expected the name of a body at byte 0, found 'b'",
        ),
        (
            "Bộ Y tế họp",
            "expected the end of the name at byte 11, found ' '",
        ),
        (
            " Bộ Y tế",
            "expected the name of a body at byte 0, found ' '",
        ),
    ] {
        let error = text.parse::<IssuingBody>().unwrap_err();
        assert_eq!(error.to_string(), message, "{text:?}");
    }
}

/// Input of which a careless grammar would make a deep stack or a long wait.
#[test]
fn endless_input() {
    for part in [
        "Bộ ",
        "Chánh ",
        "Tổng ",
        "Trưởng ",
        "các bộ, ",
        "các hội, ",
        "bộ, hội, ",
        "UBND tỉnh, ",
        "UBND huyện ",
        "tỉnh A, thành phố B, ",
        "UBND tỉnh Abc, thành phố Bcd, ",
        "Cục Quản lý ",
        "Cục Quản lý, giám sát và ",
        "Văn phòng Văn phòng ",
        "Ban cán sự đảng ",
        "Đại hội ",
        "Bộ&",
        "Cục A&B ",
        "TP.",
        "Sở Tài chính ",
        "Ủy ban nhân dân cấp tỉnh, ",
        "quản lý kinh tế, ",
        "Hội đồng ",
        "Bộ trưởng ",
        "UBND ",
        "ác ",
        "ộ, ",
        "Vụ Kế hoạch - ",
        "khu vực ",
        "Ủ",
        "Đ",
    ] {
        holds(&part.repeat(8_000));
        holds(&format!("Cục Quản lý {}", part.repeat(1_000)));
        holds(&format!("UBND {}", part.repeat(1_000)));
        holds(&format!("các {}", part.repeat(1_000)));
    }
}

#[test]
#[rustfmt::skip]
fn a_column_ends_a_name() {
    check(&[
        "⟦Sở Tài chính⟧\tQuý I/2026",
        "⟦Công an tỉnh⟧\t⟦Sở Xây dựng⟧\tTháng 6",
        "⟦Sở Y tế⟧  Quý II",
        "⟦Sở Y tế⟧     chủ trì",
        "⟦Sở Công Thương⟧ | Chậm nhất",
        "⟦Sở Tư pháp⟧\t\tNăm 2026",
        // Slips of the typist, and an indented second line.
        "⟦Ủy ban nhân dân  tỉnh Sơn La⟧ họp | =Ủy ban nhân dân tỉnh Sơn La",
        "⟦ỦY BAN NHÂN DÂN⏎\tTỈNH SƠN LA⟧ | =Ủy ban nhân dân tỉnh Sơn La",
    ]);
}

#[test]
#[rustfmt::skip]
fn a_person_is_no_place() {
    check(&[
        "⟦Phó Chủ tịch Ủy ban nhân dân tỉnh⟧ Ngô Thị Bích Thảo yêu cầu",
        "⟦Chủ tịch UBND tỉnh⟧ Lê Minh họp | =Chủ tịch Ủy ban nhân dân tỉnh",
        "⟦Chủ tịch UBND thành phố⟧ Trần Văn Bảy họp | =Chủ tịch Ủy ban nhân dân thành phố",
        "⟦Bí thư Huyện ủy⟧ Lò Thị Mai dự",
        "⟦UBND tỉnh Hà Tây⟧ ban hành | =Ủy ban nhân dân tỉnh Hà Tây",
        "⟦UBND xã Lê Minh Xuân⟧ họp | =Ủy ban nhân dân xã Lê Minh Xuân",
        "⟦UBND thành phố Phan Thiết⟧ họp | =Ủy ban nhân dân thành phố Phan Thiết",
        "⟦UBND xã Long Điền Đông A⟧ họp | =Ủy ban nhân dân xã Long Điền Đông A",
    ]);
}

#[test]
#[rustfmt::skip]
fn verbs_after_a_proper_name_stay_outside() {
    check(&[
        "⟦Trường Cao đẳng Đà Lạt⟧ đặt hàng đào tạo",
        "⟦Bệnh viện Bạch Mai⟧ chuyển người bệnh",
    ]);
}

#[test]
#[rustfmt::skip]
fn names_run_to_their_end() {
    check(&[
        "⟦Cục Giám định Nhà nước về chất lượng công trình xây dựng⟧ chủ trì",
        "⟦Cục Quản lý nhà và thị trường bất động sản⟧ rà soát",
        "⟦Vụ Khoa học xã hội, nhân văn và tự nhiên⟧ tham mưu",
        "⟦Cục Đổi mới sáng tạo, Chuyển đổi xanh và Khuyến công⟧ rà soát",
        "⟦Kho bạc Nhà nước Việt Nam⟧ chi | =Kho bạc Nhà nước",
        "⟦TRUNG TÂM THANH TOÁN BÙ TRỪ⟧ | =Trung tâm Thanh toán bù trừ",
        "⟦Ngân hàng Nhà nước chi nhánh Khu vực 10⟧ chỉ đạo | =Ngân hàng Nhà nước Việt Nam chi nhánh Khu vực 10",
        "⟦Ngân hàng Nhà nước Việt Nam chi nhánh tỉnh Hòa Bình⟧ chỉ đạo",
        "⟦Ngân hàng Chính sách xã hội chi nhánh tỉnh Lâm Đồng⟧ cho vay",
        "⟦Chi cục Thuế khu vực Cẩm Lệ - Hoà Vang⟧ thu",
        "⟦Ban Quản lý các khu công nghiệp tỉnh Hòa Bình⟧ thẩm định",
        "⟦Ban Bí thư Trung ương Đảng⟧ kết luận | =Ban Bí thư",
        "⟦Ngân hàng Nhà nước⟧ về lãi suất | =Ngân hàng Nhà nước Việt Nam",
    ]);
}

#[test]
#[rustfmt::skip]
fn heads_since_2025() {
    check(&[
        "⟦Thuế tỉnh Lâm Đồng⟧ và ⟦Thống kê tỉnh Lâm Đồng⟧ báo cáo",
        "⟦Thuế thành phố Hà Nội⟧ thông báo",
        "⟦Báo và Phát thanh, Truyền hình Lâm Đồng⟧ đưa tin",
        "⟦Kho bạc Nhà nước khu vực XIV⟧ chi",
        "⟦Chi cục Hải quan khu vực VIII⟧ thông quan",
        "⟦Công ty Cổ phần Môi trường đô thị Sơn La⟧ vận hành",
        "⟦Quỹ Bảo vệ môi trường Việt Nam⟧ cho vay",
        "⟦Công ty TNHH một thành viên Vận hành hệ thống điện⟧; CÔNG TY CHỨNG KHOÁN",
        "Thuế xã hội, Thống kê xã hội và Báo cáo tài chính",
        "Quỹ BHYT chi trả; Công ty nộp thuế; Thống kê huyện nghèo",
        "Theo Ban Biên tập, TL. BỘ TRƯỞNG⏎VỤ TRƯỞNG VỤ 9",
        "KT. BỘ TRƯỞNG⏎THỨ TRƯỞNG",
        "BỘ TRƯỞNG⏎Nguyễn Văn A",
        "KT. Bộ trưởng⏎Thứ trưởng",
    ]);
}

#[test]
fn districts_are_inherited() {
    let found = find("ỦY BAN NHÂN DÂN\nHUYỆN HÒA VANG\n\nGiao Công an huyện, Huyện ủy, UBND xã.");
    let got: Vec<_> = found
        .iter()
        .map(|b| (&*b.value.name, b.value.derived, b.value.generic))
        .collect();
    assert_eq!(
        got,
        [
            ("Ủy ban nhân dân huyện Hòa Vang", false, false),
            ("Công an huyện Hòa Vang", true, false),
            ("Huyện ủy Hòa Vang", true, false),
            ("Ủy ban nhân dân xã", false, true),
        ]
    );
    assert_eq!(found[1].value.place.as_deref(), Some("huyện Hòa Vang"));
    let found = find("UBND huyện Mộc Châu, tỉnh Sơn La họp. Công an huyện báo cáo.");
    assert_eq!(found[1].value.name, "Công an huyện Mộc Châu");
    assert_eq!(found[1].value.place.as_deref(), Some("Sơn La"));
    let found =
        find("ỦY BAN NHÂN DÂN\nTỈNH HÒA BÌNH\n\nQUYẾT ĐỊNH\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH");
    assert_eq!(found[1].text, "ỦY BAN NHÂN DÂN");
    assert_eq!(found[1].value.name, "Ủy ban nhân dân tỉnh Hòa Bình");
    assert!(found[1].value.derived);
    let found = find("UBND tỉnh Hòa Bình giao Ngân hàng Chính sách xã hội chi nhánh tỉnh cho vay.");
    assert_eq!(
        found[1].value.name,
        "Ngân hàng Chính sách xã hội chi nhánh tỉnh Hòa Bình"
    );
    // Two districts of equal rank: neither.
    let found = find("UBND huyện Mộc Châu và UBND huyện Mai Sơn họp. Công an huyện báo cáo.");
    assert_eq!(found[2].value.name, "Công an huyện");
}

#[test]
fn an_unknown_province_makes_no_class() {
    let found = find("Ban Tổ chức Tỉnh ủy theo dõi");
    assert_eq!(found[0].value.place, None);
    assert!(!found[0].value.generic);
    // A decree speaks of every province.
    let found = find("CHÍNH PHỦ\n\nỦy ban nhân dân tỉnh quy định mức hỗ trợ.");
    assert!(found[1].value.generic);
}

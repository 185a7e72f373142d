//! What counts as a date, what it says, and what is none.

mod common;

use common::{Marked, assert_spans};
use proptest::prelude::*;
use vanban::date::{
    Anchor, CivilDate, DateValue, DateWarning, Endpoint, LunarDate, PartialDate, Period, TimeOfDay,
    Unit, Weekday,
};
use vanban::{DateExpression, Found, Span};

fn find(text: &str) -> Vec<Found<'_, DateExpression>> {
    vanban::date::find(text).collect()
}

/// The expression stands between ⟦ and ⟧. Then its EDTF, its first and last day, its modifier and
/// its role; empty where there is none.
type Form = (
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    &'static str,
);

#[rustfmt::skip]
const FORMS: &[Form] = &[
    // ngày D tháng M năm Y
    ("Luật được thông qua ⟦ngày 27 tháng 9 năm 2019⟧ tại Hà Nội", "2019-09-27", "2019-09-27..2019-09-27", "", "Issue"),
    ("\"⟦ngày 01 tháng 7 năm 2025⟧\" là mốc mới", "2025-07-01", "2025-07-01..2025-07-01", "", ""),
    ("BÁO CÁO ⟦NGÀY 16 THÁNG 4 NĂM 2010⟧ CỦA BAN", "2010-04-16", "2010-04-16..2010-04-16", "", ""),
    ("họp ⟦ngày 5 tháng 8\nnăm 2020⟧ tại trụ sở", "2020-08-05", "2020-08-05..2020-08-05", "", ""),
    ("họp ⟦ngày\n12 tháng 6 năm 2025⟧ tại trụ sở", "2025-06-12", "2025-06-12..2025-06-12", "", ""),
    ("Quyết định ⟦ngày22 tháng8 năm2021⟧ của Sở", "2021-08-22", "2021-08-22..2021-08-22", "", ""),
    ("họp ⟦ngày 02 tháng Chín năm 1945⟧ tại Ba Đình", "1945-09-02", "1945-09-02..1945-09-02", "", ""),
    ("họp ⟦ngày  15  tháng 10  năm 2025⟧ tại trụ sở", "2025-10-15", "2025-10-15..2025-10-15", "", ""),
    ("họp ⟦ngày 12, tháng 8, năm 2020⟧ tại trụ sở", "2020-08-12", "2020-08-12..2020-08-12", "", ""),
    ("Ngày ban hành: ⟦26 tháng 6 năm 2026⟧", "2026-06-26", "2026-06-26..2026-06-26", "", "Issue"),
    ("họp ⟦ngày **15 tháng 7 năm 2026⟧** tại trụ sở", "2026-07-15", "2026-07-15..2026-07-15", "", ""),
    // ngày D/M/Y
    ("Kế hoạch ⟦ngày 05/8/2020⟧ của Cục", "2020-08-05", "2020-08-05..2020-08-05", "", ""),
    ("⟦Ngày 27/9/2019⟧, Bộ Chính trị họp", "2019-09-27", "2019-09-27..2019-09-27", "", "Event"),
    ("Tờ trình ⟦ngày 14/05/2020⟧ của Vụ", "2020-05-14", "2020-05-14..2020-05-14", "", ""),
    ("văn bản ⟦ngày14/5/2020⟧ của Vụ", "2020-05-14", "2020-05-14..2020-05-14", "", ""),
    ("văn bản ⟦ngày 26/ 02/2025⟧ của Vụ", "2025-02-26", "2025-02-26..2025-02-26", "", ""),
    ("văn bản ⟦ngày 26/\n02/2025⟧ của Vụ", "2025-02-26", "2025-02-26..2025-02-26", "", ""),
    ("văn bản ⟦NGÀY 1/1/2000⟧ CỦA VỤ", "2000-01-01", "2000-01-01..2000-01-01", "", ""),
    ("văn bản (⟦ngày 29/02/2024⟧) của Vụ", "2024-02-29", "2024-02-29..2024-02-29", "", ""),
    ("văn bản ⟦ngày 12/8 năm 2020⟧ của Vụ", "2020-08-12", "2020-08-12..2020-08-12", "", ""),
    ("Nghị định 142/2025/NĐ-CP⟦ngày 12/6/2025⟧ của Chính phủ", "2025-06-12", "2025-06-12..2025-06-12", "", "Issue"),
    // D-M-Y and D.M.Y
    ("đăng ⟦Ngày 19-09-2022⟧ trên cổng", "2022-09-19", "2022-09-19..2022-09-19", "", ""),
    ("văn bản ⟦ngày 14.5.2020⟧ của Vụ", "2020-05-14", "2020-05-14..2020-05-14", "", ""),
    ("Nghị quyết ⟦ngày 01-10-1997⟧ của Tỉnh ủy", "1997-10-01", "1997-10-01..1997-10-01", "", ""),
    ("văn bản ⟦ngày 03–02–2005⟧ của Vụ", "2005-02-03", "2005-02-03..2005-02-03", "", ""),
    ("tải lên ⟦30-06-2026⟧ lúc trưa", "2026-06-30", "2026-06-30..2026-06-30", "", ""),
    ("lập bảng ⟦14.5.2020⟧ xong", "2020-05-14", "2020-05-14..2020-05-14", "", ""),
    // bare D/M/Y
    ("cập nhật ⟦28/02/2018⟧ bởi quản trị", "2018-02-28", "2018-02-28..2018-02-28", "", ""),
    ("cập nhật: ⟦13/04/2022⟧", "2022-04-13", "2022-04-13..2022-04-13", "", "Page"),
    ("⟦Ngày 18/09/2009⟧:\nBuổi sáng đón khách.", "2009-09-18", "2009-09-18..2009-09-18", "", ""),
    ("(Báo Đại đoàn kết toàn dân của Mặt trận Tổ quốc Việt Nam) ⟦Ngày 17/9⟧, Sở Y tế họp.", "XXXX-09-17", "", "", ""),
    ("(⟦01/7/2026⟧)", "2026-07-01", "2026-07-01..2026-07-01", "", "Page"),
    ("tại thời điểm ⟦31/12/2023⟧ như sau", "2023-12-31", "2023-12-31..2023-12-31", "", ""),
    ("| Ngày hiệu lực | ⟦01/7/2026⟧ |", "2026-07-01", "2026-07-01..2026-07-01", "", "Effective"),
    // ISO
    ("ghi nhận ⟦2026-05-27 07:55:25 +07:00⟧ bởi máy chủ", "2026-05-27", "2026-05-27..2026-05-27", "", ""),
    ("ghi nhận ⟦2026-05-27T07:55:25+07:00⟧ bởi máy chủ", "2026-05-27", "2026-05-27..2026-05-27", "", ""),
    ("ghi nhận ⟦2024-02-29⟧ bởi máy chủ", "2024-02-29", "2024-02-29..2024-02-29", "", ""),
    ("ghi nhận ⟦2021/4/30⟧ bởi máy chủ", "2021-04-30", "2021-04-30..2021-04-30", "", ""),
    ("Thời gian ký: ⟦19.05.2026 14:20:51 +07:00⟧", "2026-05-19", "2026-05-19..2026-05-19", "", "Signature"),
    // D/M
    ("⟦Sáng 12/8⟧, Thứ trưởng chủ trì họp", "XXXX-08-12", "", "", "Event"),
    ("⟦Chiều 05/8⟧, đoàn công tác đến tỉnh", "XXXX-08-05", "", "", "Event"),
    ("mở cửa ⟦ngày 15/8⟧ cho khách", "XXXX-08-15", "", "", ""),
    ("nghỉ lễ ⟦30/4⟧ và về quê", "XXXX-04-30", "", "", ""),
    ("mừng Quốc khánh ⟦2/9⟧", "XXXX-09-02", "", "", ""),
    ("nhân dịp ⟦19/5⟧, trường tổ chức", "XXXX-05-19", "", "", ""),
    ("nhân ngày Quốc khánh (⟦02/9⟧)", "XXXX-09-02", "", "", ""),
    ("⟦tối 1/1⟧ có bắn pháo hoa", "XXXX-01-01", "", "", "Event"),
    ("hạn nộp là ⟦ngày 9/2⟧", "XXXX-02-09", "", "", "Deadline"),
    ("mở cửa đến ⟦15/8⟧.", "XXXX-08-15", "", "By", "Period"),
    ("họp ⟦ngày 30-4⟧ tại trụ sở", "XXXX-04-30", "", "", ""),
    // ngày D tháng M
    ("nộp trước ⟦ngày 15 tháng 12 hằng năm⟧ cho Bộ", "XXXX-12-15", "", "Before", "Deadline"),
    ("nghỉ ⟦ngày 30 tháng 4⟧ và đi làm lại", "XXXX-04-30", "", "", ""),
    ("báo cáo ⟦ngày 31 tháng 01 năm sau⟧ cho Sở", "XXXX-01-31", "", "", ""),
    ("nộp trước ⟦30 tháng 11 hằng năm⟧;", "XXXX-11-30", "", "Before", "Deadline"),
    ("⟦Ngày 18 tháng 4 hàng năm⟧ là ngày hội", "XXXX-04-18", "", "", ""),
    // tháng M/Y
    ("để ⟦tháng 11/2020⟧ có báo cáo", "2020-11", "..2020-11-30", "By", "Deadline"),
    ("đạt được trong ⟦tháng 3-2021⟧.", "2021-03", "2021-03-01..2021-03-31", "Within", ""),
    ("số liệu ⟦tháng 01/2022⟧ của tỉnh", "2022-01", "2022-01-01..2022-01-31", "", "Period"),
    ("số liệu ⟦Tháng 12/ 2022⟧ của tỉnh", "2022-12", "2022-12-01..2022-12-31", "", "Period"),
    ("số liệu ⟦THÁNG 9/2025⟧ CỦA TỈNH", "2025-09", "2025-09-01..2025-09-30", "", "Period"),
    ("số liệu ⟦tháng 7.2025⟧ của tỉnh", "2025-07", "2025-07-01..2025-07-31", "", "Period"),
    ("từ ⟦3/2020⟧ áp dụng mẫu mới", "2020-03", "2020-03-01..", "From", "Period"),
    // tháng M năm Y
    ("số liệu ⟦tháng 3 năm 2021⟧ của tỉnh", "2021-03", "2021-03-01..2021-03-31", "", "Period"),
    ("xong trong ⟦tháng 4 năm 2026⟧", "2026-04", "2026-04-01..2026-04-30", "Within", "Deadline"),
    ("Cách mạng ⟦tháng Tám năm 1945⟧ thành công", "1945-08", "1945-08-01..1945-08-31", "", ""),
    ("số liệu ⟦tháng 8\nnăm 2021⟧ của tỉnh", "2021-08", "2021-08-01..2021-08-31", "", "Period"),
    // tháng M
    ("chi trả vào ⟦tháng 9⟧ tại trường", "XXXX-09", "", "", ""),
    ("chi trả vào ⟦tháng Mười⟧ tại trường", "XXXX-10", "", "", ""),
    ("xong ⟦tháng 6⟧.", "XXXX-06", "", "", ""),
    // names of months
    ("họp vào ⟦tháng giêng⟧ tại đình", "XXXX-01", "", "", ""),
    ("họp vào ⟦tháng một⟧.", "XXXX-01", "", "", ""),
    ("họp vào ⟦tháng hai⟧.", "XXXX-02", "", "", ""),
    ("họp vào ⟦tháng ba⟧.", "XXXX-03", "", "", ""),
    ("họp vào ⟦tháng tư⟧ tại đình", "XXXX-04", "", "", ""),
    ("họp vào ⟦tháng năm⟧ tại đình", "XXXX-05", "", "", ""),
    ("họp vào ⟦tháng sáu⟧.", "XXXX-06", "", "", ""),
    ("họp vào ⟦tháng bảy⟧.", "XXXX-07", "", "", ""),
    ("họp vào ⟦tháng tám⟧.", "XXXX-08", "", "", ""),
    ("họp vào ⟦tháng chín⟧.", "XXXX-09", "", "", ""),
    ("họp vào ⟦tháng mười⟧.", "XXXX-10", "", "", ""),
    ("họp vào ⟦tháng mười một⟧.", "XXXX-11", "", "", ""),
    ("họp vào ⟦tháng mười hai⟧.", "XXXX-12", "", "", ""),
    ("họp vào ⟦tháng chạp⟧.", "XXXX-12", "", "", ""),
    ("họp vào ⟦tháng năm 2020⟧.", "2020-05", "2020-05-01..2020-05-31", "", ""),
    ("họp vào ⟦tháng năm năm 2020⟧.", "2020-05", "2020-05-01..2020-05-31", "", ""),
    ("họp ⟦ngày 7 tháng năm năm 1954⟧.", "1954-05-07", "1954-05-07..1954-05-07", "", ""),
    // năm Y
    ("dự toán ⟦năm 2023⟧ của xã", "2023", "2023-01-01..2023-12-31", "", "Period"),
    ("⟦Năm 2026⟧, xã hoàn thành đường mới", "2026", "2026-01-01..2026-12-31", "", ""),
    ("DỰ TOÁN ⟦NĂM 2018⟧", "2018", "2018-01-01..2018-12-31", "", "Period"),
    ("thành lập ⟦năm2020⟧ tại xã", "2020", "2020-01-01..2020-12-31", "", ""),
    ("chiếu dời đô ⟦năm 1010⟧ của vua", "1010", "1010-01-01..1010-12-31", "", ""),
    // quý Q/Y
    ("hoàn thiện trong ⟦quý IV/2020⟧.", "2020-36", "2020-10-01..2020-12-31", "Within", "Deadline"),
    ("số liệu ⟦Quý II/2024⟧ của tỉnh", "2024-34", "2024-04-01..2024-06-30", "", "Period"),
    ("số liệu ⟦quý 4/2020⟧ của tỉnh", "2020-36", "2020-10-01..2020-12-31", "", "Period"),
    ("số liệu ⟦Q4/2020⟧ của tỉnh", "2020-36", "2020-10-01..2020-12-31", "", "Period"),
    ("số liệu ⟦QUÝ III/2021⟧ CỦA TỈNH", "2021-35", "2021-07-01..2021-09-30", "", "Period"),
    ("số liệu ⟦quí I/2021⟧ của tỉnh", "2021-33", "2021-01-01..2021-03-31", "", "Period"),
    ("số liệu ⟦quý 01/2021⟧ của tỉnh", "2021-33", "2021-01-01..2021-03-31", "", "Period"),
    ("số liệu ⟦quý II-2021⟧ của tỉnh", "2021-34", "2021-04-01..2021-06-30", "", "Period"),
    // quý Q năm Y
    ("giao ban ⟦Quý I năm 2022⟧ khối Nội chính", "2022-33", "2022-01-01..2022-03-31", "", "Event"),
    ("trình trong ⟦quý IV năm 2026⟧", "2026-36", "2026-10-01..2026-12-31", "Within", "Deadline"),
    ("trình trong ⟦quý 3 năm 2025⟧", "2025-35", "2025-07-01..2025-09-30", "Within", "Deadline"),
    ("trình trong ⟦quý ba năm 2025⟧", "2025-35", "2025-07-01..2025-09-30", "Within", "Deadline"),
    ("số liệu ⟦Quý II 2024⟧ của tỉnh", "2024-34", "2024-04-01..2024-06-30", "", "Period"),
    ("ước tính ⟦quý IV⟧ của tỉnh", "XXXX-36", "", "", ""),
    // half-years
    ("kết quả ⟦6 tháng đầu năm 2021⟧ của tỉnh", "2021-40", "2021-01-01..2021-06-30", "", "Period"),
    ("phương hướng ⟦6 tháng cuối năm⟧ của tỉnh", "XXXX-41", "", "", "Period"),
    ("kết quả ⟦06 tháng cuối năm 2021⟧ của tỉnh", "2021-41", "2021-07-01..2021-12-31", "", "Period"),
    ("kết quả ⟦sáu tháng đầu năm 2021⟧ của tỉnh", "2021-40", "2021-01-01..2021-06-30", "", "Period"),
    ("kết quả ⟦nửa đầu năm 2021⟧ của tỉnh", "2021-40", "2021-01-01..2021-06-30", "", "Period"),
    ("SƠ KẾT ⟦6 THÁNG ĐẦU NĂM 2023⟧", "2023-40", "2023-01-01..2023-06-30", "", "Period"),
    // N tháng đầu năm
    ("kết quả ⟦9 tháng đầu năm 2020⟧ của tỉnh", "2020-01/2020-09", "2020-01-01..2020-09-30", "", "Period"),
    ("kết quả ⟦7 tháng đầu năm⟧, ước cả năm", "XXXX-01/XXXX-07", "", "", "Period"),
    ("kết quả ⟦3 tháng cuối năm 2020⟧ của tỉnh", "2020-10/2020-12", "2020-10-01..2020-12-31", "", "Period"),
    ("kết quả ⟦11 tháng đầu năm 2020⟧ của tỉnh", "2020-01/2020-11", "2020-01-01..2020-11-30", "", "Period"),
    ("kết quả ⟦mười tháng đầu năm 2020⟧ của tỉnh", "2020-01/2020-10", "2020-01-01..2020-10-31", "", "Period"),
    // parts of a year
    ("bắt đầu từ ⟦đầu năm 2021⟧.", "2021", "2021-01-01..", "From", "Period"),
    ("tổng kết vào ⟦cuối năm 2020⟧.", "2020", "2020-01-01..2020-12-31", "Late", ""),
    ("sơ kết ⟦giữa năm 2020⟧.", "2020", "2020-01-01..2020-12-31", "Mid", ""),
    ("trong ⟦những tháng cuối năm 2020⟧ cần tập trung", "2020", "2020-01-01..2020-12-31", "LastMonths", "Period"),
    ("trong ⟦những tháng đầu năm 2020⟧ cần tập trung", "2020", "2020-01-01..2020-12-31", "FirstMonths", "Period"),
    ("báo cáo ⟦cuối quý IV năm 2005⟧.", "2005-36", "2005-10-01..2005-12-31", "Late", ""),
    ("khai giảng ⟦đầu tháng 9/2020⟧.", "2020-09", "2020-09-01..2020-09-30", "Early", ""),
    // giai đoạn, thời kỳ
    ("Đề án ⟦giai đoạn 2018 - 2022⟧ của tỉnh", "2018/2022", "2018-01-01..2022-12-31", "", "Period"),
    ("Đề án ⟦giai đoạn 2019 – 2021⟧ của tỉnh", "2019/2021", "2019-01-01..2021-12-31", "", "Period"),
    ("Đề án ⟦giai đoạn 2021-2025⟧ của tỉnh", "2021/2025", "2021-01-01..2025-12-31", "", "Period"),
    ("Quy hoạch ⟦thời kỳ 2021 - 2030⟧ của tỉnh", "2021/2030", "2021-01-01..2030-12-31", "", "Period"),
    ("Quy hoạch ⟦thời kì 2021—2030⟧ của tỉnh", "2021/2030", "2021-01-01..2030-12-31", "", "Period"),
    ("CHƯƠNG TRÌNH ⟦GIAI ĐOẠN 2022 - 2028⟧", "2022/2028", "2022-01-01..2028-12-31", "", "Period"),
    ("Đề án ⟦giai đoạn từ năm 2016 đến năm 2020⟧ của tỉnh", "2016/2020", "2016-01-01..2020-12-31", "", "Period"),
    ("Chương trình ⟦giai đoạn I: từ năm 2021 đến năm 2025⟧ của tỉnh", "2021/2025", "2021-01-01..2025-12-31", "", "Period"),
    ("Chương trình ⟦giai đoạn 1 (2021 - 2025)⟧ của tỉnh", "2021/2025", "2021-01-01..2025-12-31", "", "Period"),
    ("Chương trình ⟦giai đoạn 05 năm 2016-2020⟧ của tỉnh", "2016/2020", "2016-01-01..2020-12-31", "", "Period"),
    ("Chương trình ⟦giai đoạn 2021 đến 2025⟧ của tỉnh", "2021/2025", "2021-01-01..2025-12-31", "", "Period"),
    // nhiệm kỳ
    ("đại biểu ⟦nhiệm kỳ 2021-2026⟧ của tỉnh", "2021/2026", "2021-01-01..2026-12-31", "", "Period"),
    ("đại biểu ⟦nhiệm kỳ 2026 - 2031⟧ của tỉnh", "2026/2031", "2026-01-01..2031-12-31", "", "Period"),
    ("đại biểu ⟦Nhiệm kỳ 2020–2025⟧ của tỉnh", "2020/2025", "2020-01-01..2025-12-31", "", "Period"),
    // từ năm … đến năm …
    ("thực hiện ⟦từ năm 2018 đến hết năm 2022⟧.", "2018/2022", "2018-01-01..2022-12-31", "", "Period"),
    ("thực hiện ⟦từ năm 2018 đến năm 2022⟧.", "2018/2022", "2018-01-01..2022-12-31", "", "Period"),
    ("thực hiện ⟦từ năm 2018 tới năm 2022⟧.", "2018/2022", "2018-01-01..2022-12-31", "", "Period"),
    ("thực hiện ⟦Từ 2018 đến 2022⟧.", "2018/2022", "2018-01-01..2022-12-31", "", "Period"),
    ("thực hiện ⟦từ năm 2018 đến 2022⟧.", "2018/2022", "2018-01-01..2022-12-31", "", "Period"),
    ("thực hiện ⟦từ năm 2018 đến nay⟧.", "2018/", "2018-01-01..", "", "Period"),
    ("thực hiện ⟦từ năm 2018 - 2022⟧.", "2018/2022", "2018-01-01..2022-12-31", "", "Period"),
    // từ … đến … of any precision
    ("mở cửa ⟦từ ngày 01/01/2020 đến ngày 31/12/2020⟧ tại trụ sở", "2020-01-01/2020-12-31", "2020-01-01..2020-12-31", "", "Period"),
    ("⟦Từ quý III/2026 đến quý III/2030⟧ hoàn thành", "2026-35/2030-35", "2026-07-01..2030-09-30", "", "Period"),
    ("mở cửa ⟦từ ngày 01 tháng 01 năm 2020 đến hết ngày 31 tháng 12 năm 2020⟧.", "2020-01-01/2020-12-31", "2020-01-01..2020-12-31", "", "Period"),
    ("phục vụ ⟦từ tháng 5 năm 1975 đến ngày 07 tháng 01 năm 1979⟧.", "1975-05/1979-01-07", "1975-05-01..1979-01-07", "", "Period"),
    ("phục vụ ⟦từ năm 1954 đến ngày 30 tháng 4 năm 1975⟧.", "1954/1975-04-30", "1954-01-01..1975-04-30", "", "Period"),
    ("áp dụng kể ⟦từ ngày 01/01/2025 đến hết ngày 31/12/2026⟧.", "2025-01-01/2026-12-31", "2025-01-01..2026-12-31", "", "Period"),
    ("lấy số liệu ⟦từ ngày 01/12 năm trước đến ngày 30/11 năm sau⟧.", "XXXX-12-01/XXXX-11-30", "", "", "Period"),
    ("thu phí ⟦từ ngày 28 tháng 6 đến ngày 27 tháng 7 hằng năm⟧.", "XXXX-06-28/XXXX-07-27", "", "", "Period"),
    ("áp dụng ⟦31/12/2024 - 31/12/2025⟧: thuế suất", "2024-12-31/2025-12-31", "2024-12-31..2025-12-31", "", "Period"),
    // shared tails
    ("tổ chức ⟦từ ngày 20-24/5/2022⟧ tại Huế", "2022-05-20/2022-05-24", "2022-05-20..2022-05-24", "", "Period"),
    ("họp ⟦ngày 12 và 13/8/2020⟧ tại Huế", "{2020-08-12,2020-08-13}", "2020-08-12..2020-08-13", "", "Event"),
    ("họp ⟦ngày 5, 6/9⟧ tại Huế", "{XXXX-09-05,XXXX-09-06}", "", "", "Event"),
    ("thi ⟦từ tháng 3 đến tháng 5/2021⟧ tại Huế", "2021-03/2021-05", "2021-03-01..2021-05-31", "", "Period"),
    ("họp các ⟦ngày 12, 13 và 14/8/2020⟧ tại Huế", "{2020-08-12,2020-08-13,2020-08-14}", "2020-08-12..2020-08-14", "", "Event"),
    ("họp ⟦ngày 12-13/8/2020⟧ tại Huế", "2020-08-12/2020-08-13", "2020-08-12..2020-08-13", "", "Period"),
    ("họp ⟦ngày 12 và ngày 13 tháng 8 năm 2020⟧ tại Huế", "{2020-08-12,2020-08-13}", "2020-08-12..2020-08-13", "", "Event"),
    ("báo cáo ⟦quý I, II năm 2021⟧ của tỉnh", "{2021-33,2021-34}", "2021-01-01..2021-06-30", "", "Period"),
    ("báo cáo ⟦quý III và IV/2020⟧ của tỉnh", "{2020-35,2020-36}", "2020-07-01..2020-12-31", "", "Period"),
    ("báo cáo trước ⟦ngày 15 tháng 01 và 15 tháng 7 hằng năm⟧", "{XXXX-01-15,XXXX-07-15}", "", "Before", "Deadline"),
    // sets of years
    ("kinh phí ⟦năm 2020 và 2021⟧ của tỉnh", "{2020,2021}", "2020-01-01..2021-12-31", "", "Period"),
    ("bố trí trong 02 ⟦năm 2020 và 2021⟧ của tỉnh", "{2020,2021}", "2020-01-01..2021-12-31", "", "Period"),
    ("áp dụng ⟦năm 2020 hoặc 2021⟧", "[2020,2021]", "2020-01-01..2021-12-31", "", ""),
    ("kế hoạch ⟦năm 2025, 2026⟧ cho tỉnh", "{2025,2026}", "2025-01-01..2026-12-31", "", "Period"),
    // ranges of years
    ("kế hoạch ⟦năm 2020 – 2021⟧ của tỉnh", "2020/2021", "2020-01-01..2021-12-31", "", "Period"),
    ("bắt đầu ⟦năm học 2020-2021⟧ tại trường", "2020/2021", "2020-01-01..2021-12-31", "", "Period"),
    ("bắt đầu ⟦năm học 2020/2021⟧ tại trường", "2020/2021", "2020-01-01..2021-12-31", "", "Period"),
    ("áp dụng từ ⟦năm học 2025 - 2026⟧ tại trường", "2025/2026", "2025-01-01..", "From", "Effective"),
    // các năm
    ("trong các ⟦năm 2021, 2022 và 2023⟧ tỉnh đạt", "{2021,2022,2023}", "2021-01-01..2023-12-31", "Within", "Period"),
    ("sửa đổi các ⟦năm 2023, 2024, 2025⟧ bởi Quốc hội", "{2023,2024,2025}", "2023-01-01..2025-12-31", "", "Period"),
    // horizon and vision
    ("phát triển đến ⟦năm 2030⟧ theo hướng xanh", "2030", "..2030-12-31", "By", "Period"),
    ("định hướng, tầm nhìn đến ⟦năm 2045⟧;", "2045", "..2045-12-31", "By", "Period"),
    ("định hướng, tầm nhìn ⟦2050⟧ của vùng", "2050", "..2050-12-31", "By", "Period"),
    ("định hướng, tầm nhìn đến ⟦2050⟧ của vùng", "2050", "..2050-12-31", "By", "Period"),
    ("phấn đấu đến ⟦2030⟧, mọi xã đạt chuẩn", "2030", "..2030-12-31", "By", "Period"),
    // trước
    ("nộp trước ⟦ngày 30/6/2021⟧ cho Sở", "2021-06-30", "..2021-06-29", "Before", "Deadline"),
    ("nộp trước ⟦ngày 01 tháng 7 năm 2026⟧ cho Sở", "2026-07-01", "..2026-06-30", "Before", "Deadline"),
    ("hoàn thành trước ⟦tháng 12 năm 2019⟧ toàn tỉnh", "2019-12", "..2019-11-30", "Before", "Deadline"),
    ("nộp trước ⟦ngày 22⟧ của tháng thuộc kỳ báo cáo", "XXXX-XX-22", "", "Before", "Deadline"),
    // chậm nhất
    ("nộp chậm nhất vào ⟦ngày 27⟧ cho Sở", "XXXX-XX-27", "", "By", "Deadline"),
    ("nộp Chậm nhất đến ⟦ngày 15 tháng 12 hằng năm⟧ cho Sở", "XXXX-12-15", "", "By", "Deadline"),
    ("nộp chậm nhất là ⟦ngày 31/7/2021⟧ cho Sở", "2021-07-31", "..2021-07-31", "By", "Deadline"),
    ("nộp chậm nhất ⟦ngày 05 hằng tháng⟧ cho Sở", "XXXX-XX-05", "", "By", "Deadline"),
    ("nộp muộn nhất vào ⟦ngày 31/7/2021⟧ cho Sở", "2021-07-31", "..2021-07-31", "By", "Deadline"),
    ("nộp không muộn hơn ⟦ngày 31 tháng 3⟧.", "XXXX-03-31", "", "By", "Deadline"),
    ("nộp chậm nhất trước ⟦ngày 01/7/2027⟧ cho Sở", "2027-07-01", "..2027-06-30", "Before", "Deadline"),
    // từ, kể từ, sau
    ("áp dụng mức mới từ ⟦ngày 01 tháng 7 năm 2025⟧ tại xã", "2025-07-01", "2025-07-01..", "From", "Period"),
    ("thu phí kể từ ⟦ngày 01/7/2025⟧ tại xã", "2025-07-01", "2025-07-01..", "From", "Period"),
    ("thu phí sau ⟦ngày 01/7/2025⟧ tại xã", "2025-07-01", "2025-07-02..", "After", ""),
    ("thu phí từ ⟦năm 1990⟧ trở đi tại xã", "1990", "1990-01-01..", "From", "Period"),
    ("xử lý nợ phát sinh từ ⟦ngày 31/12/2008⟧ trở về trước", "2008-12-31", "..2008-12-31", "By", "Period"),
    // ngày ký
    ("Quyết định này có hiệu lực kể từ ⟦ngày ký⟧.", "", "", "From", "Effective"),
    ("Nghị quyết này có hiệu lực từ ⟦ngày thông qua⟧.", "", "", "From", "Effective"),
    ("Thông tư có hiệu lực từ ⟦ngày ký ban hành⟧.", "", "", "From", "Effective"),
    // trong thời hạn
    ("trong thời hạn ⟦15 ngày làm việc kể từ ngày⟧ nhận đủ hồ sơ", "", "", "Within", ""),
    ("trong thời hạn ⟦03 ngày làm việc, kể từ khi⟧ có kết quả", "", "", "Within", ""),
    ("trong thời hạn ⟦mười hai tháng kể từ ngày⟧ nộp đơn", "", "", "Within", ""),
    // sau N ngày kể từ
    ("có hiệu lực sau ⟦45 ngày kể từ ngày ký ban hành⟧.", "", "", "After", "Effective"),
    ("có hiệu lực sau ⟦45 ngày, kể từ ngày ký⟧.", "", "", "After", "Effective"),
    ("có hiệu lực sau ⟦15 ngày kể từ ngày đăng Công báo⟧.", "", "", "After", "Effective"),
    // blank forms
    ("Hà Nội, ⟦ngày … tháng … năm 2020⟧", "2020", "2020-01-01..2020-12-31", "", "Issue"),
    ("Hà Nội, ⟦ngày      tháng 8 năm 2021⟧", "2021-08", "2021-08-01..2021-08-31", "", "Issue"),
    ("Hà Nội, ⟦ngày…tháng…năm 20...⟧", "", "", "", "Issue"),
    ("Hà Nội, ⟦ngày..... tháng..... năm 20....⟧", "", "", "", "Issue"),
    ("……, ⟦ngày ___ tháng ___ năm ____⟧", "", "", "", ""),
    ("cấp ⟦ngày …../…../…..⟧ tại Hà Nội", "", "", "", "Issue"),
    ("cấp ⟦ngày tháng năm 2026⟧ của Cục", "2026", "2026-01-01..2026-12-31", "", "Issue"),
    ("cấp ⟦ngày 12/8/20…⟧ tại Hà Nội", "XXXX-08-12", "", "", "Issue"),
    ("cấp ⟦ngày 12/8/20__⟧ tại Hà Nội", "XXXX-08-12", "", "", "Issue"),
    ("cấp ⟦ngày …/…/2026⟧ của Cục", "2026", "2026-01-01..2026-12-31", "", "Issue"),
    // header
    ("Hà Nội, ⟦ngày 05 tháng 8 năm 2020⟧", "2020-08-05", "2020-08-05..2020-08-05", "", "Issue"),
    ("TP. Hồ Chí Minh, ⟦ngày 27 tháng 9 năm 2019⟧", "2019-09-27", "2019-09-27..2019-09-27", "", "Issue"),
    ("*Thái Nguyên, ⟦ngày 03 tháng 02 năm 2025⟧*", "2025-02-03", "2025-02-03..2025-02-03", "", "Issue"),
    ("Bà Rịa - Vũng Tàu, ⟦ngày 01/7/2021⟧", "2021-07-01", "2021-07-01..2021-07-01", "", "Issue"),
    // weekday and time
    ("⟦Thứ Tư, 13/04/2022, 11:01 [GMT+7]⟧", "2022-04-13", "2022-04-13..2022-04-13", "", "Page"),
    ("⟦Thứ Hai, 03/01/2022 - 08:30 (GMT+7)⟧", "2022-01-03", "2022-01-03..2022-01-03", "", "Page"),
    ("⟦Chủ nhật, 02/01/2022, 08:30⟧", "2022-01-02", "2022-01-02..2022-01-02", "", "Page"),
    ("⟦thứ Sáu, ngày 14/8/2020⟧", "2020-08-14", "2020-08-14..2020-08-14", "", "Page"),
    ("họp ⟦ngày 14/8/2020 (thứ Sáu)⟧ tại Huế", "2020-08-14", "2020-08-14..2020-08-14", "", "Event"),
    // weekdays
    ("họp vào ⟦sáng thứ Hai, ngày 10/8/2020⟧ tại Huế", "2020-08-10", "2020-08-10..2020-08-10", "", "Event"),
    ("họp vào ⟦thứ 2, ngày 10/8/2020⟧ tại Huế", "2020-08-10", "2020-08-10..2020-08-10", "", "Event"),
    // time of day
    ("hồi ⟦08 giờ 00 ngày 12/8/2020⟧ tại Huế", "2020-08-12", "2020-08-12..2020-08-12", "", "Event"),
    ("lúc ⟦14 giờ 00 phút, ngày 12/8/2020⟧ tại Huế", "2020-08-12", "2020-08-12..2020-08-12", "", "Event"),
    ("lúc ⟦8h30 ngày 12/8/2020⟧ tại Huế", "2020-08-12", "2020-08-12..2020-08-12", "", "Event"),
    ("lúc ⟦8g30, ngày 12/8⟧ tại Huế", "XXXX-08-12", "", "", "Event"),
    ("lúc ⟦11:01 ngày 13/04/2022⟧ tại Huế", "2022-04-13", "2022-04-13..2022-04-13", "", "Event"),
    ("lúc ⟦14h ngày 12/8/2020⟧ tại Huế", "2020-08-12", "2020-08-12..2020-08-12", "", "Event"),
    ("gửi ⟦13/04/2022 11:01 PM⟧ từ Huế", "2022-04-13", "2022-04-13..2022-04-13", "", ""),
    // part of day
    ("⟦chiều ngày 12/8/2020⟧ tại Huế", "2020-08-12", "2020-08-12..2020-08-12", "", "Event"),
    ("⟦Buổi sáng ngày 12/8/2020⟧ tại Huế", "2020-08-12", "2020-08-12..2020-08-12", "", "Event"),
    ("⟦Đêm 31/12⟧ tại Huế", "XXXX-12-31", "", "", "Event"),
    ("⟦sáng nay⟧ tại Huế", "", "", "", "Event"),
    // relative and vague
    ("⟦Hôm nay⟧, tỉnh họp báo", "", "", "", "Event"),
    ("⟦hôm qua⟧ tỉnh họp báo", "", "", "", "Event"),
    ("⟦ngày mai⟧ tỉnh họp báo", "", "", "", "Event"),
    ("dự toán ⟦năm nay⟧ tăng", "", "", "", ""),
    ("dự toán ⟦năm ngoái⟧ tăng", "", "", "", ""),
    ("chỉ tiêu ⟦tháng này⟧ tăng", "", "", "", ""),
    ("chỉ tiêu ⟦quý trước⟧ tăng", "", "", "", ""),
    ("trong ⟦thời gian tới⟧ tỉnh sẽ làm", "", "", "Within", "Period"),
    ("trong ⟦thời gian vừa qua⟧ tỉnh đã làm", "", "", "Within", "Period"),
    ("⟦Cùng ngày⟧, đoàn thăm trường", "", "", "", "Event"),
    // từ nay đến
    ("thi đua ⟦từ nay đến năm 2025⟧ toàn ngành", "/2025", "..2025-12-31", "", "Period"),
    ("thi đua ⟦Từ nay đến hết năm 2025⟧ toàn ngành", "/2025", "..2025-12-31", "", "Period"),
    ("thi đua ⟦từ nay đến ngày 30/6/2021⟧ toàn ngành", "/2021-06-30", "..2021-06-30", "", "Period"),
    ("thi đua ⟦từ nay tới cuối năm 2025⟧ toàn ngành", "/2025", "..2025-12-31", "", "Period"),
    // trong
    ("tổng kết trong ⟦năm 2025⟧ toàn ngành", "2025", "2025-01-01..2025-12-31", "Within", ""),
    ("xong ngay trong ⟦tháng 4/2026⟧ toàn ngành", "2026-04", "2026-04-01..2026-04-30", "Within", "Deadline"),
    // hết, kết thúc
    ("thực hiện đến hết ⟦năm 2022⟧ toàn ngành", "2022", "..2022-12-31", "EndOf", ""),
    ("Kết thúc ⟦năm 2023⟧, tiến hành sơ kết", "2023", "..2023-12-31", "EndOf", "Deadline"),
    ("ổn định đến hết ⟦ngày 31/12/2025⟧ toàn ngành", "2025-12-31", "..2025-12-31", "EndOf", ""),
    // recurring
    ("báo cáo ⟦hằng năm⟧ cho Bộ", "", "", "", "Period"),
    ("báo cáo ⟦hàng tháng⟧ cho Bộ", "", "", "", "Period"),
    ("báo cáo ⟦hằng quý⟧ cho Bộ", "", "", "", "Period"),
    ("báo cáo ⟦Hằng ngày⟧ cho Bộ", "", "", "", "Period"),
    ("báo cáo ⟦hằng tuần⟧ cho Bộ", "", "", "", "Period"),
    ("BÁO CÁO ⟦HÀNG NĂM⟧ CHO BỘ", "", "", "", "Period"),
    ("báo cáo ⟦hằng\nnăm⟧ cho Bộ", "", "", "", "Period"),
    // năm báo cáo
    ("lấy đến ⟦Ngày 15/8 năm báo cáo⟧ (N)", "XXXX-08-15", "", "By", "Period"),
    ("lấy ⟦từ ngày 16/8 năm trước đến ngày 15/8 năm báo cáo⟧.", "XXXX-08-16/XXXX-08-15", "", "", "Period"),
    ("nộp trước ⟦ngày 20 tháng 7 của năm kế hoạch⟧.", "XXXX-07-20", "", "Before", "Deadline"),
    // lunar
    ("giỗ Tổ ⟦ngày 10 tháng 3 âm lịch⟧ tại Phú Thọ", "", "", "", ""),
    ("lễ hội ⟦ngày 15 tháng 8 (âm lịch)⟧ tại đình", "", "", "", ""),
    ("thăm hỏi ⟦mùng 1 Tết⟧ tại xã", "", "", "", ""),
    ("cúng ⟦rằm tháng bảy⟧ tại chùa", "", "", "", ""),
    ("nghỉ ⟦Tết Nguyên đán⟧ bảy ngày", "", "", "", ""),
    ("mừng xuân ⟦năm Ất Tỵ⟧ tại xã", "", "", "", ""),
    ("lễ hội ⟦mồng 10 tháng 3 âm lịch⟧ tại đền", "", "", "", ""),
    // dương lịch
    ("nghỉ ⟦ngày 01 tháng 01 dương lịch⟧ cả nước", "XXXX-01-01", "", "", ""),
    ("ngày Chiến thắng (⟦ngày 30 tháng 4 dương lịch⟧)", "XXXX-04-30", "", "", ""),
    // centuries, decades
    ("vào ⟦thế kỷ XX⟧ ở nước ta", "19XX", "1900-01-01..1999-12-31", "", ""),
    ("vào ⟦đầu thế kỷ XX⟧ ở nước ta", "19XX", "1900-01-01..1999-12-31", "Early", ""),
    ("vào ⟦thế kỷ 21⟧ ở nước ta", "20XX", "2000-01-01..2099-12-31", "", ""),
    ("vào ⟦cuối thế kỷ XIX⟧ ở nước ta", "18XX", "1800-01-01..1899-12-31", "Late", ""),
    ("vào ⟦những năm 90⟧ ở nước ta", "199X", "1990-01-01..1999-12-31", "", ""),
    ("vào ⟦những năm 1980⟧ ở nước ta", "198X", "1980-01-01..1989-12-31", "", ""),
    ("vào ⟦thập niên 2010⟧ ở nước ta", "201X", "2010-01-01..2019-12-31", "", ""),
    ("vào ⟦những năm 90 của thế kỷ XX⟧ ở nước ta", "199X", "1990-01-01..1999-12-31", "", ""),
    ("vào ⟦thập kỷ 1960⟧ ở nước ta", "196X", "1960-01-01..1969-12-31", "", ""),
    // named periods
    ("Kế hoạch 5 ⟦năm 2021-2025⟧ của tỉnh", "2021/2025", "2021-01-01..2025-12-31", "", "Period"),
    ("Kế hoạch 5 ⟦năm (2021 - 2025)⟧ của tỉnh", "2021/2025", "2021-01-01..2025-12-31", "", "Period"),
    ("quyết toán ⟦năm tài chính 2020⟧ của tỉnh", "2020", "2020-01-01..2020-12-31", "", "Period"),
    ("quyết toán ⟦niên độ 2020⟧ của tỉnh", "2020", "2020-01-01..2020-12-31", "", "Period"),
    ("khóa học ⟦niên khóa 2020-2021⟧ của trường", "2020/2021", "2020-01-01..2021-12-31", "", "Period"),
    // impossible and compact
    ("ký ⟦31/11/2020⟧ tại Huế", "", "", "", "Issue"),
    ("ký ⟦ngày 30/02/2021⟧ tại Huế", "", "", "", "Issue"),
    ("ký ⟦ngày 31 tháng 02 năm 2020⟧ tại Huế", "", "", "", "Issue"),
    ("ký ⟦ngày 10/2022⟧ tại Huế", "", "", "", "Issue"),
    ("số liệu ⟦tháng 13 năm 2020⟧ của tỉnh", "", "", "", ""),
    ("số liệu ⟦tháng 13/2020⟧ của tỉnh", "", "", "", ""),
    ("áp dụng ⟦từ năm 2022 đến năm 2018⟧.", "", "", "", ""),
    ("ký ⟦ngày 26/3/20⟧ tại Huế", "[1920-03-26,2020-03-26]", "1920-03-26..2020-03-26", "", "Issue"),
    ("ký ⟦ngày 26/3/75⟧ tại Huế", "1975-03-26", "1975-03-26..1975-03-26", "", "Issue"),
    // birth
    ("ông A, sinh ⟦ngày 02/01/1980⟧ tại Huế", "1980-01-02", "1980-01-02..1980-01-02", "", "Birth"),
    ("ông A, sinh ⟦năm 1980⟧ tại Huế", "1980", "1980-01-01..1980-12-31", "", "Birth"),
    ("ông A (SN ⟦1980⟧) trú tại Huế", "1980", "1980-01-01..1980-12-31", "", "Birth"),
    // ranges of months
    ("thi công ⟦từ tháng 3/2020 đến tháng 5/2021⟧ tại Huế", "2020-03/2021-05", "2020-03-01..2021-05-31", "", "Period"),
    ("thi công ⟦tháng 3 - 5/2020⟧ tại Huế", "2020-03/2020-05", "2020-03-01..2020-05-31", "", "Period"),
    ("thi công ⟦từ tháng 1/1965 đến 3/1968⟧ tại Huế", "1965-01/1968-03", "1965-01-01..1968-03-31", "", "Period"),
    ("thi công ⟦Tháng 01- 02/2026⟧ tại Huế", "2026-01/2026-02", "2026-01-01..2026-02-28", "", "Period"),
    ("thi công ⟦từ tháng 10/2020 đến hết quý I/2021⟧ tại Huế", "2020-10/2021-33", "2020-10-01..2021-03-31", "", "Period"),
    // approximate
    ("xây khoảng ⟦năm 2015⟧ tại Huế", "2015~", "", "About", ""),
    ("xây vào khoảng ⟦tháng 3/2020⟧ tại Huế", "2020-03~", "", "About", ""),
    // a day named by its event
    ("tính từ ⟦ngày ban hành⟧.", "", "", "From", ""),
    ("việc xảy ra ⟦ngày nói trên⟧ tại Huế", "", "", "", ""),
    ("tính từ ⟦ngày đăng Công báo⟧.", "", "", "From", ""),
    // years of laws
    ("theo Luật Doanh nghiệp ⟦2020⟧ và văn bản hướng dẫn", "2020", "2020-01-01..2020-12-31", "", "LawYear"),
    ("theo Bộ luật Dân sự ⟦năm 2015⟧ và văn bản hướng dẫn", "2015", "2015-01-01..2015-12-31", "", "LawYear"),
    ("theo Hiến pháp ⟦2013⟧ và văn bản hướng dẫn", "2013", "2013-01-01..2013-12-31", "", "LawYear"),
    ("theo Luật Phòng, chống tham nhũng ⟦năm 2018⟧ và văn bản", "2018", "2018-01-01..2018-12-31", "", "LawYear"),
    ("theo Pháp lệnh Án phí ⟦năm 2009⟧ và văn bản", "2009", "2009-01-01..2009-12-31", "", "LawYear"),
];

/// Days, weeks, months and longer stretches as the news speaks of them, and what they are the
/// dates of.
#[rustfmt::skip]
const NEWS: &[Form] = &[
    ("trường khai giảng ⟦ngày 5/9⟧ năm học mới", "XXXX-09-05", "", "", ""),
    ("Đảng được thành lập ⟦ngày 3/2⟧ tại Hương Cảng", "XXXX-02-03", "", "", "Event"),
    ("bão vào bờ hôm ⟦12/5⟧ tại Quảng Trị", "XXXX-05-12", "", "", "Event"),
    ("đoàn về tới làng ⟦sáng ngày 5 tháng 6⟧ bằng xe lửa", "XXXX-06-05", "", "", "Event"),
    ("giá điện ⟦tháng 5 năm nay⟧ đã tăng", "XXXX-05", "", "", ""),
    ("xuất khẩu ⟦quý 2 năm ngoái⟧ giảm nhẹ", "XXXX-34", "", "", ""),
    ("cả nước đói ⟦năm 1945⟧ vì mất mùa", "1945", "1945-01-01..1945-12-31", "", ""),
    ("phong trào nở rộ ⟦những năm 1990⟧ ở miền Trung", "199X", "1990-01-01..1999-12-31", "", ""),
    ("hạn hán kéo dài mùa hè ⟦năm 2010⟧ ở Tây Nguyên", "2010", "2010-01-01..2010-12-31", "", ""),
    ("thu hoạch ⟦cuối tháng 3⟧ là xong", "XXXX-03", "", "Late", ""),
    ("công trình khởi động ⟦đầu quý II⟧ ở phía bắc", "XXXX-34", "", "Early", ""),
    ("tàu cập cảng ⟦rạng sáng 1/1⟧ trong mưa", "XXXX-01-01", "", "", "Event"),
    ("giải phóng miền Nam ⟦ngày 30 tháng 4 năm 1975⟧ lúc gần trưa", "1975-04-30", "1975-04-30..1975-04-30", "", ""),
    ("mạng xã hội ra đời ⟦đầu thế kỷ 21⟧ ở Mỹ", "20XX", "2000-01-01..2099-12-31", "Early", ""),
    ("nhạc nhẹ ⟦thập kỷ 80⟧ được mến mộ", "198X", "1980-01-01..1989-12-31", "", ""),
    ("phố cổ đông nghịt ⟦tối 31/12⟧ chờ pháo hoa", "XXXX-12-31", "", "", "Event"),
    ("đêm nhạc mở màn ⟦20h ngày 15/3⟧ ở nhà hát", "XXXX-03-15", "", "", "Event"),
    ("đêm nhạc mở màn ⟦20 giờ 30 phút ngày 15/3/2024⟧ ở nhà hát", "2024-03-15", "2024-03-15..2024-03-15", "", "Event"),
    ("đội tuyển bay ⟦chiều mai⟧ sang Lào", "", "", "", "Event"),
    ("mưa lớn ⟦đêm qua⟧ làm sạt đường", "", "", "", "Event"),
    ("trời trở lạnh từ ⟦tối nay⟧ ở vùng núi", "", "", "From", "Period"),
    ("lớp học đóng cửa ⟦hôm kia⟧ vì bão", "", "", "", ""),
    ("ngân hàng nghỉ ⟦thứ Bảy, ngày 3/5⟧ theo lịch", "XXXX-05-03", "", "", "Event"),
    ("chợ phiên họp ⟦Chủ nhật 12/10⟧ ở bản", "XXXX-10-12", "", "", "Event"),
    ("trận chung kết đá ⟦thứ 7 ngày 14/12⟧ trên sân khách", "XXXX-12-14", "", "", "Event"),
    ("ga mới mở ⟦sáng thứ Hai 6/1/2025⟧ cho khách", "2025-01-06", "2025-01-06..2025-01-06", "", "Event"),
    ("giá vàng ⟦tuần này⟧ đứng yên", "", "", "", ""),
    ("giá vàng ⟦tuần trước⟧ đứng yên", "", "", "", ""),
    ("giá vàng ⟦tuần tới⟧ khó đoán", "", "", "", ""),
    ("vốn vào mạnh ⟦quý I/2025⟧ ở phía nam", "2025-33", "2025-01-01..2025-03-31", "", ""),
    ("vốn vào mạnh ⟦quý 1-2025⟧ ở phía nam", "2025-33", "2025-01-01..2025-03-31", "", ""),
    ("vốn vào mạnh ⟦quý 1.2025⟧ ở phía nam", "2025-33", "2025-01-01..2025-03-31", "", ""),
    ("vốn vào mạnh ⟦quý đầu năm 2025⟧ ở phía nam", "2025-33", "2025-01-01..2025-03-31", "", ""),
    ("vốn vào mạnh ⟦quý I và quý II năm 2025⟧ ở phía nam", "{2025-33,2025-34}", "2025-01-01..2025-06-30", "", "Period"),
    ("vốn vào mạnh ⟦từ quý I đến quý III/2025⟧ ở phía nam", "2025-33/2025-35", "2025-01-01..2025-09-30", "", "Period"),
    ("kim ngạch ⟦nửa đầu năm 2024⟧ lập kỷ lục", "2024-40", "2024-01-01..2024-06-30", "", "Period"),
    ("kim ngạch ⟦nửa cuối năm 2024⟧ lập kỷ lục", "2024-41", "2024-07-01..2024-12-31", "", "Period"),
    ("kim ngạch ⟦nửa cuối năm⟧ lập kỷ lục", "XXXX-41", "", "", "Period"),
    ("kim ngạch ⟦nửa đầu tháng 3⟧ lập kỷ lục", "XXXX-03", "", "Early", ""),
    ("kim ngạch ⟦10 tháng đầu năm 2024⟧ lập kỷ lục", "2024-01/2024-10", "2024-01-01..2024-10-31", "", "Period"),
    ("kim ngạch ⟦hai tháng đầu năm 2024⟧ lập kỷ lục", "2024-01/2024-02", "2024-01-01..2024-02-29", "", "Period"),
    ("kim ngạch ⟦6 tháng đầu năm nay⟧ lập kỷ lục", "XXXX-40", "", "", "Period"),
    ("kim ngạch ⟦6 tháng cuối năm ngoái⟧ lập kỷ lục", "XXXX-41", "", "", "Period"),
    ("kim ngạch ⟦3 tháng đầu năm⟧ lập kỷ lục", "XXXX-01/XXXX-03", "", "", "Period"),
    ("học phí mới tính từ ⟦tháng Chín⟧ tới", "XXXX-09", "", "From", "Period"),
    ("học phí mới tính từ ⟦tháng 9⟧ tới cho tân sinh viên", "XXXX-09", "", "From", "Period"),
    ("đợt rét kết thúc ⟦giữa tháng 2⟧ ở phía bắc", "XXXX-02", "", "Mid", ""),
    ("hội làng mở ⟦tháng Giêng hằng năm⟧", "XXXX-01", "", "", ""),
    ("đường sắt nối lại ⟦năm 1976⟧ sau chiến tranh", "1976", "1976-01-01..1976-12-31", "", ""),
    ("bộ phim quay ⟦từ 2019 đến 2021⟧ tại Huế", "2019/2021", "2019-01-01..2021-12-31", "", "Period"),
    ("bộ phim quay ⟦từ cuối năm 2019 đến đầu năm 2021⟧ tại Huế", "2019/2021", "2019-01-01..2021-12-31", "", "Period"),
    ("bộ phim quay ⟦từ đầu năm 2019 đến nay⟧ tại Huế", "2019/", "2019-01-01..", "", "Period"),
    ("bộ phim quay trong các ⟦năm 2019, 2020⟧ tại Huế", "{2019,2020}", "2019-01-01..2020-12-31", "Within", "Period"),
    ("chiến sự ác liệt những ⟦năm 1965-1968⟧ ở Quảng Trị", "1965/1968", "1965-01-01..1968-12-31", "", "Period"),
    ("chiến sự ác liệt các ⟦năm 1965 - 1968⟧ ở Quảng Trị", "1965/1968", "1965-01-01..1968-12-31", "", "Period"),
    ("dân số tăng nhanh ⟦thập niên 1960⟧ ở đô thị", "196X", "1960-01-01..1969-12-31", "", ""),
    ("dân số tăng nhanh ⟦thập niên 90 của thế kỷ trước⟧ ở đô thị", "199X", "1990-01-01..1999-12-31", "", ""),
    ("dân số tăng nhanh ⟦những năm 80 thế kỷ XX⟧ ở đô thị", "198X", "1980-01-01..1989-12-31", "", ""),
    ("dân số tăng nhanh ⟦đầu những năm 1990⟧ ở đô thị", "199X", "1990-01-01..1999-12-31", "Early", ""),
    ("dân số tăng nhanh ⟦cuối thập niên 1970⟧ ở đô thị", "197X", "1970-01-01..1979-12-31", "Late", ""),
    ("dân số tăng nhanh ⟦cuối những năm 90⟧ ở đô thị", "199X", "1990-01-01..1999-12-31", "Late", ""),
    ("đền dựng từ ⟦thế kỷ thứ X⟧ trên đồi", "09XX", "0900-01-01..", "From", "Period"),
    ("đền dựng ⟦giữa thế kỷ 19⟧ trên đồi", "18XX", "1800-01-01..1899-12-31", "Mid", ""),
    ("đền dựng ⟦nửa cuối thế kỷ XIX⟧ trên đồi", "18XX", "1800-01-01..1899-12-31", "Late", ""),
    ("đền dựng ⟦đầu thế kỉ 20⟧ trên đồi", "19XX", "1900-01-01..1999-12-31", "Early", ""),
    ("gốm ⟦thế kỷ XV - XVI⟧ tìm thấy ở biển", "14XX/15XX", "1400-01-01..1599-12-31", "", "Period"),
    ("gốm ⟦từ thế kỷ XV đến thế kỷ XVIII⟧ tìm thấy ở biển", "14XX/17XX", "1400-01-01..1799-12-31", "", "Period"),
    ("văn học ⟦thế kỷ XVIII và XIX⟧ rực rỡ", "{17XX,18XX}", "1700-01-01..1899-12-31", "", "Period"),
    ("cả nhà sum họp ⟦tối 30 Tết⟧ bên nồi bánh", "", "", "", "Event"),
    ("cả nhà sum họp ⟦đêm 30 Tết⟧ bên nồi bánh", "", "", "", "Event"),
    ("chợ hoa tan ⟦29 Tết⟧ trong mưa", "", "", "", ""),
    ("xe chật cứng ⟦mùng 5 Tết⟧ về thành phố", "", "", "", ""),
    ("xe chật cứng ⟦mồng 6 Tết⟧ về thành phố", "", "", "", ""),
    ("vía thần tài ⟦mùng 10 tháng Giêng⟧ đông khách", "", "", "", ""),
    ("cúng ông Táo ⟦ngày 23 tháng Chạp⟧ mỗi nhà", "", "", "", ""),
    ("chợ họp ⟦ngày 29 tháng Chạp năm 2024⟧ ngoài đình", "", "", "", ""),
    ("khai hội ⟦ngày 15 tháng Giêng⟧.", "", "", "", ""),
    ("khai hội ⟦ngày 15 tháng giêng dương lịch⟧.", "XXXX-01-15", "", "", ""),
    ("lễ hội mở ⟦rằm tháng Giêng⟧ ở chùa", "", "", "", ""),
    ("Trung thu ⟦rằm tháng 8⟧ phá cỗ", "", "", "", ""),
    ("giỗ Tổ ⟦mùng 10 tháng 3 âm lịch⟧ về nguồn", "", "", "", ""),
    ("giỗ Tổ ⟦10/3 âm lịch⟧ về nguồn", "", "", "", ""),
    ("nghỉ ⟦Tết Nguyên đán 2025⟧ chín ngày", "", "", "", ""),
    ("nghỉ lễ ⟦30/4 - 01/5⟧ năm ngày liền", "XXXX-04-30/XXXX-05-01", "", "", "Period"),
    ("nghỉ lễ ⟦30/4 và 1/5⟧ năm ngày liền", "{XXXX-04-30,XXXX-05-01}", "", "", "Event"),
    ("đoàn làm việc ⟦từ 01-15/3/2021⟧ ở Cà Mau", "2021-03-01/2021-03-15", "2021-03-01..2021-03-15", "", "Period"),
    ("đoàn làm việc ⟦từ 20 đến 24/5/2022⟧ ở Cà Mau", "2022-05-20/2022-05-24", "2022-05-20..2022-05-24", "", "Period"),
    ("đoàn làm việc ⟦từ 20/4 đến 5/5⟧ ở Cà Mau", "XXXX-04-20/XXXX-05-05", "", "", "Period"),
    ("đoàn làm việc ⟦từ 20-25/4⟧ ở Cà Mau", "XXXX-04-20/XXXX-04-25", "", "", "Period"),
    ("đoàn làm việc ⟦từ ngày 1 đến ngày 7 tháng 8⟧ ở Cà Mau", "XXXX-08-01/XXXX-08-07", "", "", "Period"),
    ("đoàn làm việc ⟦từ ngày 28/12/2020 đến 3/1/2021⟧ ở Cà Mau", "2020-12-28/2021-01-03", "2020-12-28..2021-01-03", "", "Period"),
    ("hội thảo họp ⟦ngày 28 và sáng 29/12/2020⟧ ở Vinh", "{2020-12-28,2020-12-29}", "2020-12-28..2020-12-29", "", "Event"),
    ("hội thảo họp hai ⟦ngày 28, 29/12⟧ ở Vinh", "{XXXX-12-28,XXXX-12-29}", "", "", "Event"),
    ("hội thảo họp trong hai ⟦ngày 28 và 29/12⟧ ở Vinh", "{XXXX-12-28,XXXX-12-29}", "", "", "Event"),
    ("hội thảo họp ⟦ngày 28-29/12/2020⟧ ở Vinh", "2020-12-28/2020-12-29", "2020-12-28..2020-12-29", "", "Period"),
    ("hội thảo họp ⟦ngày 28 - 29/12/2020⟧ ở Vinh", "2020-12-28/2020-12-29", "2020-12-28..2020-12-29", "", "Period"),
    ("hội thảo họp ⟦ngày 30/12/2020 - 02/01/2021⟧ ở Vinh", "2020-12-30/2021-01-02", "2020-12-30..2021-01-02", "", "Period"),
    ("hưởng ứng Ngày Sách Việt Nam ⟦21/4⟧ tại thư viện", "XXXX-04-21", "", "", ""),
    ("mừng Ngày Nhà giáo Việt Nam ⟦20/11⟧ tại trường", "XXXX-11-20", "", "", ""),
    ("mít tinh Ngày Quốc tế Lao động ⟦1/5⟧ tại công viên", "XXXX-05-01", "", "", ""),
    ("mít tinh kỷ niệm ngày thành lập Đoàn ⟦26/3⟧ tại công viên", "XXXX-03-26", "", "", ""),
    ("kỷ niệm 50 năm Ngày giải phóng miền Nam (⟦30/4/1975 - 30/4/2025⟧)", "1975-04-30/2025-04-30", "1975-04-30..2025-04-30", "", "Period"),
    ("kỷ niệm (⟦30/4/1975 - 30/4/2025⟧) long trọng", "1975-04-30/2025-04-30", "1975-04-30..2025-04-30", "", "Period"),
    ("đại hội chi bộ ⟦nhiệm kỳ 2020-2025⟧ bầu cấp ủy", "2020/2025", "2020-01-01..2025-12-31", "", "Period"),
    ("đại hội lần thứ XII, ⟦nhiệm kỳ 2020 – 2025⟧ bầu cấp ủy", "2020/2025", "2020-01-01..2025-12-31", "", "Period"),
    ("Kế hoạch phát triển 5 ⟦năm 2021 - 2025⟧ đạt", "2021/2025", "2021-01-01..2025-12-31", "", "Period"),
    ("Kế hoạch 5 ⟦năm 2021 - 2025⟧ đạt", "2021/2025", "2021-01-01..2025-12-31", "", "Period"),
    ("Chiến lược 10 ⟦năm 2021 – 2030⟧ đạt", "2021/2030", "2021-01-01..2030-12-31", "", "Period"),
    ("nhà thơ sinh ⟦ngày 17/4/1942⟧ ở Đà Nẵng", "1942-04-17", "1942-04-17..1942-04-17", "", "Birth"),
    ("anh Nam, sinh ⟦ngày 5-6-1990⟧ ở Đà Nẵng", "1990-06-05", "1990-06-05..1990-06-05", "", "Birth"),
    ("Hiệp định Genève (⟦1954⟧) chia đôi đất nước", "1954", "1954-01-01..1954-12-31", "", "LawYear"),
    ("Hiệp định Paris ⟦năm 1973⟧ chấm dứt chiến tranh", "1973", "1973-01-01..1973-12-31", "", "LawYear"),
    ("Luật Đất đai (⟦2013⟧) quy định", "2013", "2013-01-01..2013-12-31", "", "LawYear"),
    ("khí hậu dịu mát vào ⟦tháng 11⟧ ở cao nguyên", "XXXX-11", "", "", ""),
    ("thuế giảm đến hết ⟦tháng 6/2025⟧ cho doanh nghiệp", "2025-06", "..2025-06-30", "EndOf", ""),
    ("thuế giảm đến hết ⟦30/6/2025⟧ cho doanh nghiệp", "2025-06-30", "..2025-06-30", "EndOf", ""),
    ("thuế giảm tới ⟦cuối năm nay⟧ cho doanh nghiệp", "", "", "By", ""),
    ("sinh viên ra trường ⟦giữa năm 2023⟧ khó tìm việc", "2023", "2023-01-01..2023-12-31", "Mid", ""),
    ("⟦Ngày 02-9-1945⟧, Bác đọc Tuyên ngôn", "1945-09-02", "1945-09-02..1945-09-02", "", "Event"),
    ("⟦Ngày 08 - 05 - 2026⟧", "2026-05-08", "2026-05-08..2026-05-08", "", "Page"),
    ("họp dân ⟦ngày 12 / 8 / 2020⟧ ở đình", "2020-08-12", "2020-08-12..2020-08-12", "", ""),
    ("họp dân ⟦ngày 12 - 8 - 2020⟧ ở đình", "2020-08-12", "2020-08-12..2020-08-12", "", ""),
    ("họp dân ⟦ngày 12 . 8 . 2020⟧ ở đình", "2020-08-12", "2020-08-12..2020-08-12", "", ""),
    ("họp dân hồi ⟦16 giờ 00 ngày 14/10/2022⟧ ở đình", "2022-10-14", "2022-10-14..2022-10-14", "", "Event"),
    ("họp dân lúc ⟦7 giờ 30, sáng 14/10⟧ ở đình", "XXXX-10-14", "", "", "Event"),
    ("họp dân lúc ⟦7h sáng 14/10⟧ ở đình", "XXXX-10-14", "", "", "Event"),
    ("họp dân lúc ⟦19h30 tối 14/10⟧ ở đình", "XXXX-10-14", "", "", "Event"),
    ("họp dân vào lúc ⟦8 giờ sáng ngày 14-10⟧ ở đình", "XXXX-10-14", "", "", "Event"),
    ("họp dân ⟦trưa 14/10⟧ ở đình", "XXXX-10-14", "", "", "Event"),
    ("họp dân ⟦buổi chiều ngày 14 tháng 10⟧ ở đình", "XXXX-10-14", "", "", "Event"),
    ("họp dân vào ⟦ngày 14⟧ tới", "XXXX-XX-14", "", "", "Event"),
    ("họp dân vào ⟦ngày 14 tháng này⟧ ở đình", "XXXX-XX-14", "", "", "Event"),
    ("họp dân vào ⟦ngày 14 tháng 10 năm sau⟧ ở đình", "XXXX-10-14", "", "", "Event"),
    ("học sinh thi ⟦ngày 26, 27 và 28/6/2024⟧ khắp nước", "{2024-06-26,2024-06-27,2024-06-28}", "2024-06-26..2024-06-28", "", "Event"),
    ("học sinh thi các ⟦ngày 26-28/6/2024⟧ khắp nước", "2024-06-26/2024-06-28", "2024-06-26..2024-06-28", "", "Period"),
    ("học sinh thi ⟦ngày 26 đến 28 tháng 6 năm 2024⟧ khắp nước", "2024-06-26/2024-06-28", "2024-06-26..2024-06-28", "", "Period"),
    ("khoảng ⟦năm 1900⟧ làng có chợ", "1900~", "", "About", ""),
    ("khoảng ⟦giữa năm 2018⟧ làng có điện", "2018~", "", "Mid", ""),
    ("trước ⟦năm 1986⟧ làng chưa có điện", "1986", "..1985-12-31", "Before", "Period"),
    ("sau ⟦năm 1986⟧ làng mới có điện", "1986", "1987-01-01..", "After", ""),
    ("mãi đến ⟦năm 1995⟧ làng mới có điện", "1995", "..1995-12-31", "By", "Period"),
    ("tính đến ⟦tháng 8/2024⟧ làng có 300 hộ", "2024-08", "..2024-08-31", "By", "Period"),
    ("tính đến ⟦31/12⟧, làng có 300 hộ", "XXXX-12-31", "", "By", "Period"),
    ("tính đến ⟦cuối năm 2024⟧, làng có 300 hộ", "2024", "..2024-12-31", "By", "Period"),
    ("kể từ ⟦1/7/2025⟧ làng nhập vào xã", "2025-07-01", "2025-07-01..", "From", "Period"),
    ("kể từ ⟦1/7⟧, làng nhập vào xã", "XXXX-07-01", "", "From", "Period"),
    ("bắt đầu từ ⟦ngày 1/7 năm nay⟧ làng nhập vào xã", "XXXX-07-01", "", "From", "Period"),
    ("làng mở hội ⟦hằng năm⟧ bên sông", "", "", "", "Period"),
    ("cả xã hái vải ⟦tháng 5 - tháng 6⟧ ở Bắc Giang", "XXXX-05/XXXX-06", "", "", "Period"),
    ("cả xã hái vải ⟦từ tháng 5 đến tháng 7 hằng năm⟧ ở Bắc Giang", "XXXX-05/XXXX-07", "", "", "Period"),
    ("cả xã hái vải ⟦tháng 5, 6⟧ ở Bắc Giang", "{XXXX-05,XXXX-06}", "", "", "Period"),
    ("cầu được khánh thành ⟦năm 1902⟧ ở Hà Nội", "1902", "1902-01-01..1902-12-31", "", ""),
    ("người dân đi họp ⟦sáng 27-2⟧ tại xã", "XXXX-02-27", "", "", "Event"),
    ("theo Hiệp định Genève (⟦1954⟧) về Đông Dương", "1954", "1954-01-01..1954-12-31", "", "LawYear"),
    ("theo Luật Đất đai (⟦2013⟧) và nghị định", "2013", "2013-01-01..2013-12-31", "", "LawYear"),
    ("ông Nguyễn Văn A (⟦1980⟧), trú tại Huế", "1980", "1980-01-01..1980-12-31", "", "Birth"),
    ("theo Luật Ban hành văn bản quy phạm pháp luật ⟦năm 2015⟧ thì", "2015", "2015-01-01..2015-12-31", "", "LawYear"),
    ("Căn cứ Luật Nhà ở ⟦ngày 25/11/2014⟧;", "2014-11-25", "2014-11-25..2014-11-25", "", "Issue"),
    ("theo Luật Đất đai, hộ dân nộp đơn ⟦ngày 5/8/2020⟧ tại xã", "2020-08-05", "2020-08-05..2020-08-05", "", ""),
    ("Trước đó, ⟦ngày 14 tháng 4 năm 2026⟧, Bộ đã ban hành thông báo", "2026-04-14", "2026-04-14..2026-04-14", "", "Issue"),
    ("⟦Ngày 20.5.2026⟧, niêm yết danh sách", "2026-05-20", "2026-05-20..2026-05-20", "", "Event"),
    ("- ⟦Ngày 12/7/2024⟧, tại trụ sở, các bên đã họp", "2024-07-12", "2024-07-12..2024-07-12", "", "Event"),
    ("⟦Ngày 08-01-2015⟧, anh A và chị B đăng ký kết hôn", "2015-01-08", "2015-01-08..2015-01-08", "", "Event"),
    ("⟦Ngày 26/02/2018⟧, Thủ tướng đã ký Quyết định phê duyệt", "2018-02-26", "2018-02-26..2018-02-26", "", "Issue"),
    ("⟦Ngày 12/7/2024⟧ của tỉnh", "2024-07-12", "2024-07-12..2024-07-12", "", ""),
    ("Công điện 21/CĐ-BNV hồi ⟦16 giờ 00 ngày 14/10/2022⟧ yêu cầu", "2022-10-14", "2022-10-14..2022-10-14", "", "Issue"),
    ("kế hoạch công tác ⟦năm 2026⟧ của xã", "2026", "2026-01-01..2026-12-31", "", "Period"),
    ("Trong ⟦6 tháng đầu năm 2025⟧, toàn ngành đạt", "2025-40", "2025-01-01..2025-06-30", "Within", "Period"),
    ("tuyển dụng bổ sung trong các ⟦năm 2026, 2027 và 2028⟧", "{2026,2027,2028}", "2026-01-01..2028-12-31", "Within", "Period"),
    ("So với ⟦năm 2024⟧, số hộ nghèo giảm", "2024", "2024-01-01..2024-12-31", "", "Period"),
    ("KẾ HOẠCH công tác thi đua, cán bộ và chuyển đổi số ⟦năm 2026⟧", "2026", "2026-01-01..2026-12-31", "", "Period"),
    ("Thực hiện kế hoạch, tỉnh khởi công cầu ⟦tháng 8/2020⟧", "2020-08", "2020-08-01..2020-08-31", "", ""),
    ("Hội nghị sơ kết công tác ⟦quý IV năm 2021⟧ tại điểm cầu tỉnh", "2021-36", "2021-10-01..2021-12-31", "", "Event"),
];

/// Texts with digits and words of time, but without a date.
#[rustfmt::skip]
const NO_DATES: &[&str] = &[
    "bản vẽ được duyệt ngày 5.2020",
    "theo Nghị định số 11/2020/NĐ-CP của Chính phủ",
    "theo Nghị định 11/2020 của Chính phủ",
    "theo Nghị quyết số 52/2024/QH15 của Quốc hội",
    "theo Thông tư 05/2024/TT-BTC của Bộ Tài chính",
    "trụ sở tại số 12/8 đường Nguyễn Trãi",
    "trụ sở tại số 12/8/2 ngõ Văn Chương",
    "nhà 12/5 phố Huế",
    "Số: 12/8",
    "được ít nhất 2/3 số đại biểu tán thành",
    "cao bằng 1/2 chiều rộng",
    "không quá (1/2) tháng lương",
    "từ 1/3 đến 1/2 diện tích",
    "tăng 1,5% so với cùng kỳ",
    "phí 1.000 đồng một lượt",
    "phí 2.340.000 đồng một tháng",
    "hệ số 2,34 và 0,7",
    "bản đồ tỷ lệ 1/50.000",
    "hoạt động 24/7 quanh năm",
    "trực 24/24 giờ",
    "kế hoạch tài chính 5 năm",
    "phạt tù từ 01 năm đến 05 năm",
    "thời hạn 10 ngày",
    "thời hạn 06 tháng",
    "trong 15 ngày làm việc",
    "năm năm một lần",
    "lần thứ năm liên tiếp",
    "bước sang năm thứ năm",
    "định kỳ 06 tháng 01 lần",
    "định kỳ 05 năm 01 lần",
    "mỗi tháng 04 lần",
    "mỗi ngày 02 bản tin",
    "mỗi năm 2000 tấn rác",
    "mỗi tháng 15 kg gạo",
    "mức 120.000 đồng/người/tháng",
    "không quá 10 triệu đồng/năm",
    "công tác 23 năm 04 tháng",
    "Thứ hai, tổ chức triển khai thực hiện",
    "Thứ ba, kiểm tra việc thực hiện",
    "Điều 5/khoản 2 của Luật",
    "Phụ lục 01/2020 kèm theo",
    "Mẫu số 01/2020 kèm theo",
    "điện thoại 024.3733.1234",
    "điện thoại 0912.345.678",
    "Fax: 080-12345",
    "trang 12-15 của tài liệu",
    "trang 2010-2015 của tài liệu",
    "mã HS 8504.40.30",
    "mã số V.05.01.03",
    "mã hàng 2517.49.00.20",
    "phiên bản 1.2.3",
    "địa chỉ 10.0.12.1",
    "biển số 29A-123.45",
    "tọa độ VN-2000",
    "QCVN 29:2026/BCT",
    "TCVN 9351:2012",
    "tỷ lệ 1:2000",
    "Cách mạng công nghiệp 4.0",
    "bậc thợ 3/7",
    "huyết áp 120/80",
    "điểm thi 8,5/10",
    "tổ 3/khu 5",
    "lớp 10A1",
    "các loại đá quý",
    "mặt hàng quý hiếm",
    "cây hàng năm và cây lâu năm",
    "Ngày, tháng, năm sinh",
    "ngày tháng năm sinh",
    "ghi rõ ngày, tháng, năm xác nhận",
    "ngày làm việc tiếp theo",
    "ban ngày và ban đêm",
    "Ngày Việt Nam ở nước ngoài",
    "Ngày Quốc tế Phụ nữ",
    "ngày 45 của chuyến đi",
    "thử lâm sàng giai đoạn 4",
    "trong từng thời kỳ",
    "giai đoạn xét xử sơ thẩm",
    "nhiệm kỳ 05 năm",
    "giai đoạn 5 năm hoặc 10 năm",
    "tầm nhìn 30 năm",
    "che khuất tầm nhìn của lái xe",
    "thời gian tới hạn của khoản vay",
    "Hôm nay: 1334",
    "Đang online: 2020",
    "tổng số 2021 người tham gia",
    "có từ 2000 công nhân trở lên",
    "tăng từ 1900 lên 2100 hộ",
    "Mục 2000 Thuế bảo vệ môi trường",
    "Quốc hội khóa XV",
    "Kỳ họp thứ 8",
    "Đại hội lần thứ XIII",
    "nghi-dinh-so-158-2025-nd-cp-45240",
    "https://example.vn/tin/2026/5/20/66-18-2026",
    "tháng hai bên thỏa thuận",
    "hai tháng một lần",
    "trong năm và các năm sau đó",
    "văn bản pháp luật hiện hành",
    "học phần 12-8 tín chỉ",
    "7-12 triệu đồng",
    "km 12/8 quốc lộ 1",
    "STK 0011.00.2020",
    "mã số thuế 0101234567-001",
    "giá 12.500.000 đồng/m2",
    "dưới 04 năm",
    "trên 30 tháng",
    "56 tuổi 8 tháng",
    "công ty có 12 tháng 5 ngày",
    "nhà văn Nam Cao (1915 - 1951) quê Hà Nam",
    "bảng thống kê (1980) dòng",
    "tổng đài (1900) 1234",
    "diện tích (2000) m2",
    "đạt tỷ lệ từ 2 đến 3/4 số hộ",
    "đạt tỷ lệ từ 1-2/3 số hộ",
    "từ 20 đến 25/30 điểm",
    "chiều 5-6 người đến",
    "ngày 12 - 8 giờ sáng",
    "trong ngày giao dịch 3/4 số phiếu",
    "tuần tra biên giới trong tuần lễ vàng",
    "nghị quyết được thông qua vào buổi sáng",
    "cây mai vàng nở",
    "mỗi tổ 29 người",
];

fn debug<T: std::fmt::Debug>(value: Option<T>) -> String {
    value.map(|value| format!("{value:?}")).unwrap_or_default()
}

fn bounds(date: &DateExpression) -> String {
    let day = |day: Option<CivilDate>| day.map(|day| day.to_string()).unwrap_or_default();
    date.bounds()
        .map(|b| format!("{}..{}", day(b.first), day(b.last)))
        .unwrap_or_default()
}

/// Wrapped lines and marks of emphasis are the extractor's to undo.
fn dates_in(text: &str) -> Vec<(Span, DateExpression)> {
    let found = match text.contains(['\n', '*']) {
        true => vanban::extract(text).dates,
        false => find(text),
    };
    found
        .into_iter()
        .map(|found| (found.span, found.value))
        .collect()
}

fn only<'t>(found: &'t [Found<'t, DateExpression>], text: &str) -> &'t DateExpression {
    assert_eq!(found.len(), 1, "{text:?}: {found:?}");
    &found[0].value
}

#[test]
fn reads_every_form() {
    let mut wrong = Vec::new();
    for &(row, edtf, days, modifier, role) in FORMS.iter().chain(NEWS) {
        let marked = Marked::of(row);
        assert_eq!(marked.spans.len(), 1, "{row}");
        let found = dates_in(&marked.text);
        let spans: Vec<Span> = found.iter().map(|found| found.0).collect();
        if spans != marked.spans {
            wrong.push(format!(
                "{row}\n    found {}",
                common::marking(&marked.text, &spans)
            ));
            continue;
        }
        let date = &found[0].1;
        let got = [
            date.edtf().unwrap_or_default(),
            bounds(date),
            debug(date.modifier),
            debug(date.role),
        ];
        if got != [edtf, days, modifier, role] {
            wrong.push(format!(
                "{row}\n    is {got:?},\n   not {:?}",
                [edtf, days, modifier, role]
            ));
        }
    }
    assert!(
        wrong.is_empty(),
        "{} rows:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

#[test]
fn stays_quiet() {
    let loud: Vec<_> = NO_DATES
        .iter()
        .map(|text| (text, find(text)))
        .filter(|(_, found)| !found.is_empty())
        .map(|(text, found)| format!("{text}: {:?}", found[0].text))
        .collect();
    assert!(loud.is_empty(), "{}", loud.join("\n"));
}

#[test]
#[rustfmt::skip]
fn finds_all_of_several() {
    for row in [
        "đến ⟦năm 2030⟧, tầm nhìn đến ⟦năm 2045⟧",
        "⟦giai đoạn 2021 - 2025⟧, tầm nhìn ⟦2050⟧",
        "⟦giai đoạn 2016 - 2020⟧ và ⟦2021 - 2025⟧",
        "⟦ngày 12/8/2020⟧ và ⟦ngày 13/8/2020⟧",
        "báo cáo ⟦hằng năm⟧ trước ⟦ngày 15/12/2020⟧",
        "⟦tháng 5⟧, 6 người về",
        "họp vào ⟦tuần đầu tháng 10⟧",
        "nộp vào tháng cuối ⟦quý trước⟧",
        "số liệu ⟦6 tháng đầu năm⟧ trước ⟦ngày 31/7/2021⟧",
        "⟦Hằng tuần⟧, xã họp; ⟦tuần này⟧ nghỉ",
        "xây ⟦năm 1898⟧ và xong ⟦năm 1902⟧",
        "từ ⟦ngày 01/01/2020⟧, đến ⟦ngày 05/01/2020⟧ xong",
        "vào ⟦tháng 9⟧ hoặc ⟦tháng 10⟧, ⟦tháng 11⟧",
        "số 135-CTr/BCS ⟦ngày 14/05/2020⟧ và số 52-NQ/TW",
        "Quyết định 12/2020/QĐ-UBND ⟦ngày 05/8/2020⟧",
        "Bộ luật Hình sự ⟦năm 2015⟧ (sửa đổi ⟦năm 2017⟧)",
        "(⟦từ tháng 3/2020 đến tháng 5/2020⟧; ⟦tháng 9/2020⟧)",
        "⟦ngày 01 tháng 7 năm⏎2027⟧.3 quy định ⟦tháng 8/2027⟧",
        "⟦Ngày 05/8/2020⟧⏎⏎12 tháng sau, ⟦năm 2021⟧",
    ] {
        assert_spans(&Marked::of(row), dates_in, |found| found.0);
    }
}

#[test]
fn the_core_is_the_digits() {
    for (text, core) in [
        ("Ngày 14/05/2020", "14/05/2020"),
        ("Thứ Tư, 13/04/2022, 11:01 [GMT+7]", "13/04/2022"),
        ("giai đoạn 2018 - 2022", "2018 - 2022"),
        ("từ nay đến năm 2025", "2025"),
        (
            "từ năm 2018 đến hết năm 2022",
            "từ năm 2018 đến hết năm 2022",
        ),
        ("những tháng cuối năm 2020", "2020"),
        ("Sáng 12/8,", "12/8"),
        ("hằng năm", "hằng năm"),
        ("quý IV/2020", "IV/2020"),
        ("02 năm 2020 và 2021", "2020 và 2021"),
    ] {
        let found = find(text);
        assert_eq!(only(&found, text).core.of(text), core, "{text:?}");
    }
}

#[test]
fn reads_time_weekday_and_part_of_day() {
    for (text, time, weekday, part) in [
        (
            "Thứ Tư, 13/04/2022, 11:01 [GMT+7]",
            "11:01+07:00",
            Some(Weekday::Wednesday),
            "",
        ),
        ("2026-05-27 07:55:25 +07:00", "07:55:25+07:00", None, ""),
        ("hồi 08 giờ 00 ngày 12/8/2020", "08:00", None, ""),
        ("lúc 8h30 ngày 12/8/2020", "08:30", None, ""),
        ("lúc 8 giờ ngày 12/8/2020", "08", None, ""),
        ("Chủ nhật, 02/01/2022", "", Some(Weekday::Sunday), ""),
        (
            "chiều thứ Hai, ngày 10/8/2020",
            "",
            Some(Weekday::Monday),
            "Afternoon",
        ),
        ("Sáng 12/8", "", None, "Morning"),
        ("lần thứ 5 ngày 20/8/2022", "", None, ""),
        ("kỳ họp thứ ba, ngày 20/8/2022", "", None, ""),
        ("rạng sáng 12/8", "", None, "Morning"),
        ("đêm 30 Tết", "", None, "Night"),
        ("hồi 16 giờ 00 ngày 14/10/2022", "16:00", None, ""),
    ] {
        let found = find(text);
        let date = only(&found, text);
        assert_eq!(
            date.time.map(|t| t.to_string()).unwrap_or_default(),
            time,
            "{text:?}"
        );
        assert_eq!(date.weekday, weekday, "{text:?}");
        assert_eq!(debug(date.part_of_day), part, "{text:?}");
        assert_eq!(date.warnings, [], "{text:?}");
    }
}

#[test]
fn warns_instead_of_guessing() {
    for (text, warning) in [
        ("ký ngày 31/02/2020", DateWarning::ImpossibleDate),
        ("ký 31/11/2020", DateWarning::ImpossibleDate),
        ("ký ngày 29/02/2021", DateWarning::ImpossibleDate),
        ("trong tháng 13/2020", DateWarning::ImpossibleDate),
        ("ký ngày 10/2022", DateWarning::MissingMonth),
        ("ký ngày 5/8/20", DateWarning::TwoDigitYear),
        ("từ năm 2022 đến năm 2018", DateWarning::ReversedInterval),
        ("Thứ Hai, 13/04/2022", DateWarning::WeekdayMismatch),
    ] {
        let found = find(text);
        assert_eq!(only(&found, text).warnings, [warning], "{text:?}");
    }
}

#[test]
fn keeps_what_has_no_edtf() {
    let value = |text: &str| only(&find(text), text).value.clone();
    assert!(matches!(
        value("mùng 1 Tết"),
        DateValue::Lunar(LunarDate {
            month: Some(1),
            day: Some(1),
            ..
        })
    ));
    for (text, month, day) in [
        ("tối 30 Tết", 12, Some(30)),
        ("10/3 âm lịch", 3, Some(10)),
        ("mùng 10 tháng Giêng", 1, Some(10)),
        ("rằm tháng 8", 8, Some(15)),
        ("Tết Nguyên đán Ất Tỵ", 1, None),
    ] {
        let DateValue::Lunar(date) = value(text) else {
            panic!("a lunar date: {text:?}");
        };
        assert_eq!((date.month, date.day), (Some(month), day), "{text:?}");
    }
    assert_eq!(value("từ ngày ký."), DateValue::Anchor(Anchor::Signing));
    let DateValue::Offset(offset) = value("sau 45 ngày kể từ ngày ký ban hành.") else {
        panic!("an offset");
    };
    assert_eq!(offset.period, Period::new(45, Unit::Day).unwrap());
    assert!(!offset.working_days);
    assert_eq!(offset.from, Anchor::Signing);
    assert_eq!(
        value("hằng quý"),
        DateValue::Recurring(Period::new(3, Unit::Month).unwrap())
    );
}

#[test]
fn resolves_against_a_reference_day() {
    let reference = CivilDate::new(2020, 8, 5).unwrap();
    for (text, resolved) in [
        ("Sáng 12/8", "2020-08-12"),
        ("vào tháng 9 tới", "2020-09"),
        ("quý IV", "2020-36"),
        ("từ nay đến năm 2025", "2020-08-05/2025"),
        ("từ năm 2018 đến nay", "2018/2020-08-05"),
        ("nộp ngày 31 tháng 01 năm sau", "2021-01-31"),
        ("năm ngoái", "2019"),
        ("tháng trước", "2020-07"),
        ("quý sau", "2020-36"),
        ("hôm qua", "2020-08-04"),
        ("chiều qua", "2020-08-04"),
        ("sáng mai", "2020-08-06"),
        ("6 tháng đầu năm nay", "2020-40"),
        ("nửa cuối năm ngoái", "2019-41"),
        ("cuối tháng trước", "2020-07"),
        ("quý cuối năm", "2020-36"),
        ("tuần tới", "2020-08-10/2020-08-16"),
        ("tuần này", "2020-08-03/2020-08-09"),
        ("sau 45 ngày kể từ ngày ký.", "2020-09-19"),
        ("có hiệu lực từ ngày ký.", "2020-08-05"),
        ("ngày 15/12 hằng năm", ""),
        ("sau 15 ngày làm việc kể từ ngày ký.", ""),
        ("ngày 15/8 năm báo cáo", ""),
        ("thời gian tới", ""),
        ("ngày 29/02/2019", ""),
    ] {
        let found = find(text);
        let value = only(&found, text).resolve(reference);
        assert_eq!(
            value.map(|v| v.to_string()).unwrap_or_default(),
            resolved,
            "{text:?}"
        );
    }
    let leap = CivilDate::new(2021, 1, 1).unwrap();
    let found = find("Sáng 29/2");
    assert_eq!(found[0].value.resolve(leap), None, "2021 has no such day");
}

#[test]
fn the_same_day_is_the_day_last_named() {
    let found = find("Ngày 12/8/2020, Bộ họp. Cùng ngày, Cục công bố kết quả.");
    assert_eq!(found[1].text, "Cùng ngày");
    assert_eq!(found[1].value.edtf(), None);
    assert_eq!(found[1].value.resolved, "2020-08-12".parse().ok());
    let reference = CivilDate::new(2020, 9, 1).unwrap();
    assert_eq!(found[1].value.resolve(reference), "2020-08-12".parse().ok());
}

#[test]
fn says_modifier_and_value_in_one_string() {
    for (text, edtf) in [
        ("trước ngày 30/6/2021", "../2021-06-29"),
        ("chậm nhất là ngày 30/6/2021", "../2021-06-30"),
        ("từ ngày 01/7/2025", "2025-07-01/.."),
        ("sau ngày 01/7/2025", "2025-07-02/.."),
        ("đến năm 2030", "../2030"),
        ("ngày 30/6/2021", "2021-06-30"),
        ("giai đoạn 2021-2025", "2021/2025"),
    ] {
        let found = find(text);
        assert_eq!(
            only(&found, text).edtf_with_modifier().as_deref(),
            Some(edtf),
            "{text:?}"
        );
    }
}

#[test]
fn edtf_errors_say_where() {
    for (text, message) in [
        ("", "expected a date at byte 0, found the end"),
        (
            "20",
            "expected a year of four digits or `X` at byte 2, found the end",
        ),
        (
            "2020-13",
            "expected a month (01 to 12), quarter (33 to 36) or half-year (40, 41) at byte 5, found '1'",
        ),
        (
            "2021-02-29",
            "expected a day that the month has at byte 8, found '2'",
        ),
        (
            "2020-0",
            "expected a month of two digits or `XX` at byte 6, found the end",
        ),
        (
            "2020/2021x",
            "expected the end of the value at byte 9, found 'x'",
        ),
        ("{2020;2021}", "expected `,` or `}` at byte 5, found ';'"),
        (
            "[2020,2021",
            "expected `,` or `]` at byte 10, found the end",
        ),
        (
            "../..",
            "expected a date at one end of the interval at byte 5, found the end",
        ),
        ("XXXX", "expected `-` and a month at byte 4, found the end"),
        (
            "2020-08-05/2020-07",
            "expected an interval that does not end before it starts at byte 18, found the end",
        ),
        (
            "1751-XX-01/0000-XX-01",
            "expected an interval that does not end before it starts at byte 21, found the end",
        ),
        (
            "năm",
            "expected a year of four digits or `X` at byte 0, found 'n'",
        ),
    ] {
        let error = text.parse::<DateValue>().unwrap_err();
        assert_eq!(error.to_string(), message, "{text:?}");
    }
    assert_eq!(
        "P3X".parse::<Period>().unwrap_err().to_string(),
        "expected `D`, `W`, `M` or `Y` at byte 2, found 'X'"
    );
    assert_eq!(
        "25:00".parse::<TimeOfDay>().unwrap_err().to_string(),
        "expected an hour (0 to 24) at byte 0, found '2'"
    );
    assert_eq!(
        "24:30".parse::<TimeOfDay>().unwrap_err().to_string(),
        "expected a time up to 24:00 at byte 0, found '2'"
    );
    assert_eq!(
        "P0D".parse::<Period>().unwrap_err().to_string(),
        "expected a count from 1 to 65535 at byte 1, found '0'"
    );
}

#[cfg(feature = "jiff02")]
#[test]
fn days_go_to_jiff_and_back() {
    for text in ["2020-02-29", "0000-01-01", "9999-12-31", "1945-09-02"] {
        let day: CivilDate = text.parse().unwrap();
        let there = jiff::civil::Date::from(day);
        assert_eq!(there.to_string(), text);
        assert_eq!(CivilDate::try_from(there), Ok(day));
    }
    assert_eq!(
        CivilDate::try_from(jiff::civil::date(-1, 12, 31))
            .unwrap_err()
            .to_string(),
        "expected a year from 0 to 9999 at byte 0, found '-'"
    );
}

#[cfg(feature = "serde")]
#[test]
fn serialises_flat() {
    let text = "Sáng 12/8";
    let json = serde_json::to_value(&find(text)[0]).unwrap();
    assert_eq!(json["span"], serde_json::json!([0, text.len()]));
    assert_eq!(json["core"], serde_json::json!([6, 10]));
    assert_eq!(json["edtf"], "XXXX-08-12");
    assert_eq!(json["role"], "event");
    assert_eq!(json["part_of_day"], "morning");
    for key in ["resolved", "modifier", "time", "weekday", "recurrence"] {
        assert!(json[key].is_null(), "{key}");
    }
    assert!(json["template"].is_null());
    let json = serde_json::to_value(&find("hằng năm")[0]).unwrap();
    assert!(json["edtf"].is_null());
    assert_eq!(json["recurrence"], "P1Y");
}

fn partial_date() -> impl Strategy<Value = PartialDate> {
    let year = prop::option::of(0u16..12000);
    prop_oneof![
        (0u8..120).prop_map(PartialDate::new_century),
        (0u16..1200).prop_map(PartialDate::new_decade),
        (0u16..12000).prop_map(PartialDate::new_year),
        (year.clone(), 0u8..4).prop_map(|(year, half)| PartialDate::new_half(year, half)),
        (year.clone(), 0u8..6).prop_map(|(year, quarter)| PartialDate::new_quarter(year, quarter)),
        (year.clone(), 0u8..14).prop_map(|(year, month)| PartialDate::new_month(year, month)),
        (year, prop::option::of(0u8..14), 0u8..33)
            .prop_map(|(year, month, day)| PartialDate::new_day(year, month, day)),
    ]
    .prop_filter_map("a date of the calendar", |date| date)
}

fn value() -> impl Strategy<Value = DateValue> {
    let end = || {
        prop_oneof![
            partial_date().prop_map(Endpoint::Date),
            Just(Endpoint::Open),
            Just(Endpoint::Unknown)
        ]
    };
    let dates = || prop::collection::vec(partial_date(), 0..5);
    prop_oneof![
        partial_date().prop_map(DateValue::Date),
        partial_date().prop_map(DateValue::Approximate),
        (end(), end()).prop_filter_map("dated and in order", |(start, end)| {
            DateValue::interval(start, end)
        }),
        dates().prop_filter_map("dates", DateValue::all_of),
        dates().prop_filter_map("dates", DateValue::one_of),
    ]
}

/// Text of the words and signs that dates are made of, which random text hardly ever hits.
fn date_like_text() -> impl Strategy<Value = String> {
    const TOKENS: &[&str] = &[
        "ngày",
        "tháng",
        "năm",
        "quý",
        "từ",
        "đến",
        "và",
        "hằng",
        "giai đoạn",
        "trước",
        "đầu",
        "cuối",
        "Sáng",
        "thứ",
        "kể từ",
        "làm việc",
        "ký",
        "nay",
        "IV",
        "12",
        "8",
        "05",
        "2020",
        "2021",
        "31",
        "/",
        "-",
        "–",
        ".",
        ",",
        "…",
        "...",
        ":",
        "giờ",
        "h30",
        "(",
        ")",
        "\n",
        "\n\n",
        " ",
        " ",
        " ",
        "âm lịch",
        "những",
        "thế kỷ",
        "XX",
        "Luật",
        "%",
        "mùng",
        "Tết",
        "GMT+7",
        "T",
        "Z",
        "Q4",
        "của",
        "sau",
        "N",
    ];
    prop::collection::vec(prop::sample::select(TOKENS), 0..40).prop_map(|tokens| tokens.concat())
}

fn check_finds(text: &str) -> Result<(), TestCaseError> {
    let mut floor = 0;
    for found in find(text) {
        prop_assert_eq!(found.span.of(text), &*found.text);
        prop_assert!(found.span.start() >= floor && !found.span.is_empty());
        prop_assert!(found.span.contains(found.value.core));
        prop_assert!(found.value.core.of(text).len() <= found.text.len());
        floor = found.span.end();
        if let Some(bounds) = found.value.bounds() {
            prop_assert!(
                bounds
                    .first
                    .zip(bounds.last)
                    .is_none_or(|(first, last)| first <= last)
            );
        }
        if let Some(edtf) = found.value.edtf() {
            prop_assert_eq!(edtf.parse::<DateValue>().map(|v| v.to_string()), Ok(edtf));
        }
        let _ = found.value.resolve(CivilDate::new(2020, 2, 29).unwrap());
    }
    Ok(())
}

proptest! {
    #[test]
    fn display_and_parse_are_inverse(value in value()) {
        prop_assert_eq!(value.to_string().parse(), Ok(value));
    }

    #[test]
    fn times_and_periods_parse_back(
        (hour, minute, second) in (0u8..30, prop::option::of(0u8..70), prop::option::of(0u8..70)),
        offset in prop::option::of(-900i16..900),
        count in any::<u16>(),
        unit in prop::sample::select(vec![Unit::Day, Unit::Week, Unit::Month, Unit::Quarter, Unit::Year]),
    ) {
        if let Some(time) = TimeOfDay::new(hour, minute, second, offset) {
            prop_assert_eq!(time.to_string().parse(), Ok(time));
        }
        if let Some(period) = Period::new(count, unit) {
            prop_assert_eq!(period.to_string().parse(), Ok(period));
        }
    }

    #[test]
    fn bounds_are_ordered(date in partial_date()) {
        if let Some((first, last)) = date.bounds() {
            prop_assert!(first <= last);
        }
    }

    #[test]
    fn days_are_counted_both_ways(year in 0u16..=9999, month in 1u8..=12, day in 1u8..=28, days in -50_000i32..50_000) {
        let from = CivilDate::new(year, month, day).unwrap();
        if let Some(to) = from.plus_days(days) {
            prop_assert_eq!(to.plus_days(-days), Some(from));
            prop_assert_eq!(to.to_string().parse(), Ok(to));
        }
    }

    #[test]
    fn any_text_is_read(text in any::<String>()) {
        check_finds(&text)?;
    }

    #[test]
    fn text_like_dates_is_read(text in date_like_text()) {
        check_finds(&text)?;
    }

    /// Whatever the text, a year stands in the span of its date: nothing else can give it where neither
    /// the caller nor the page has a day.
    #[test]
    fn no_year_comes_from_nowhere(text in date_like_text()) {
        for found in find(&text) {
            let counted = matches!(found.value.value, DateValue::Offset(_) | DateValue::Anchor(_));
            let Some(resolved) = found.value.resolved.as_ref().filter(|_| !counted) else {
                continue;
            };
            for year in years(&resolved.to_string()) {
                prop_assert!(found.text.contains(&year[2..]), "{year} in {found:?}");
            }
        }
    }

    #[test]
    fn another_reader_of_edtf_agrees(value in value()) {
        check_edtf(&value)?;
    }

    #[test]
    fn any_string_parses_or_says_where(text in any::<String>()) {
        if let Err(error) = text.parse::<DateValue>() {
            prop_assert!(text.is_char_boundary(error.at));
        }
    }
}

/// The years of four digits in an EDTF string.
fn years(edtf: &str) -> Vec<&str> {
    let fields = edtf.split(|c: char| !c.is_ascii_alphanumeric());
    fields
        .filter(|field| field.len() == 4 && field.bytes().all(|b| b.is_ascii_digit()))
        .collect()
}

/// `edtf-core` reads what we write, and finds the same first and last day where we know both. Halves of
/// a year (40, 41) and days of a month without a name have bounds of their own there.
fn check_edtf(value: &DateValue) -> Result<(), TestCaseError> {
    use edtf_core::{Bound, Edtf};

    let written = value.to_string();
    let parsed = written.parse::<Edtf>();
    prop_assert!(parsed.is_ok(), "{written}: {parsed:?}");
    let (Ok(parsed), Some(bounds)) = (parsed, value.bounds()) else {
        return Ok(());
    };
    let day = |bound| match bound {
        Bound::Date(day) => Some(day.to_string()),
        _ => None,
    };
    let theirs = parsed.bounds();
    if let Some(first) = bounds.first {
        prop_assert_eq!(day(theirs.earliest), Some(first.to_string()), "{}", written);
    }
    if let Some(last) = bounds.last {
        prop_assert_eq!(day(theirs.latest), Some(last.to_string()), "{}", written);
    }
    Ok(())
}

#[test]
fn another_reader_of_edtf_reads_the_rows() {
    for &(row, edtf, ..) in FORMS.iter().chain(NEWS) {
        if let Ok(value) = edtf.parse::<DateValue>() {
            check_edtf(&value).unwrap_or_else(|e| panic!("{row}: {e}"));
        }
    }
}

//! Bodies in sentences of every kind: offices and their deputies, names with *và* and commas, series,
//! courts of regions, short places, other countries, the Party and the State; and words that only
//! look like bodies.

mod common;

use common::Marked;
use vanban::IssuingBody;

/// The text, and what its marked bodies are: name of the body, class, holder, place, and `generic` or
/// `foreign`. `-` is nothing, `?` is open, ` ; ` stands between bodies.
type Row = (
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    &'static str,
);

#[rustfmt::skip]
const ROWS: &[Row] = &[
    ("Tại tỉnh Hà Giang. Sau đó, ⟦Bí thư Tỉnh ủy⟧, ⟦Chủ tịch UBND tỉnh Lào Cai⟧ dự.", "Tỉnh ủy Lào Cai ; Ủy ban nhân dân tỉnh Lào Cai", "party ; local", "Bí thư ; Chủ tịch", "Lào Cai ; Lào Cai", "-"),
    ("Tại tỉnh Hà Giang. Sau đó, ⟦Thường trực Tỉnh ủy⟧, ⟦HĐND tỉnh⟧, ⟦UBND tỉnh Lào Cai⟧ chỉ đạo.", "Thường trực Tỉnh ủy Lào Cai ; Hội đồng nhân dân tỉnh Lào Cai ; Ủy ban nhân dân tỉnh Lào Cai", "party ; local ; local", "-", "Lào Cai ; Lào Cai ; Lào Cai", "-"),
    ("Từ tỉnh Hà Giang gửi ⟦Tỉnh ủy⟧, ⟦UBND các tỉnh⟧.", "Tỉnh ủy ; Ủy ban nhân dân các tỉnh", "party ; local", "-", "-", "generic ; generic"),
    ("⟦UBND tỉnh Hà Nam Ninh⟧ và ⟦UBND tỉnh Quảng Nam - Đà Nẵng⟧ cũ.", "Ủy ban nhân dân tỉnh Hà Nam Ninh ; Ủy ban nhân dân tỉnh Quảng Nam - Đà Nẵng", "local ; local", "-", "?", "-"),
    ("Ý kiến của ⟦Công ty Hòa Phát⟧ và Công văn số 15/HP-KD.", "Công ty Hòa Phát", "enterprise", "-", "-", "-"),
    ("⟦Phó Trưởng đoàn ĐBQH tỉnh Sơn La⟧ phát biểu.", "Đoàn đại biểu Quốc hội tỉnh Sơn La", "local", "Phó Trưởng đoàn", "Sơn La", "-"),
    ("Đề nghị Sở Tư pháp các tỉnh ⟦Sơn La⟧, ⟦Lai Châu⟧ báo cáo.", "Sở Tư pháp tỉnh Sơn La ; Sở Tư pháp tỉnh Lai Châu", "local", "-", "Sơn La ; Lai Châu", "-"),
    ("⟦Công an Q. Ba Đình⟧ và ⟦UBND phường Bến Nghé⟧ phối hợp.", "Công an quận Ba Đình ; Ủy ban nhân dân phường Bến Nghé", "local", "-", "quận Ba Đình ; phường Bến Nghé", "-"),
    ("⟦Chủ tịch nước Lào⟧ hội kiến ⟦Tổng Bí thư⟧.", "Chủ tịch nước Lào ; ?", "foreign ; party", "- ; Tổng Bí thư", "-", "foreign ; -"),
    ("⟦Phó Thủ tướng⟧ Trần Văn A chủ trì cuộc họp.", "?", "?", "Phó Thủ tướng", "-", "-"),
    ("⟦Phó Thủ tướng Thường trực Chính phủ⟧ kết luận phiên họp.", "?", "?", "Phó Thủ tướng Thường trực", "-", "-"),
    ("⟦Phó Chủ tịch UBND tỉnh Sơn La⟧ ký thay.", "Ủy ban nhân dân tỉnh Sơn La", "local", "Phó Chủ tịch", "Sơn La", "-"),
    ("⟦Phó Chủ tịch Thường trực Ủy ban nhân dân thành phố Huế⟧ kiểm tra đê.", "Ủy ban nhân dân thành phố Huế", "local", "Phó Chủ tịch Thường trực", "Huế", "-"),
    ("⟦Phó Bí thư Thường trực Tỉnh ủy Lai Châu⟧ dự hội nghị.", "Tỉnh ủy Lai Châu", "party", "Phó Bí thư Thường trực", "Lai Châu", "-"),
    ("⟦Bí thư Tỉnh ủy Lào Cai⟧ phát biểu.", "Tỉnh ủy Lào Cai", "party", "Bí thư", "Lào Cai", "-"),
    ("⟦Ban Chỉ đạo 35⟧, quốc gia số", "Ban Chỉ đạo 35", "other", "-", "-", "-"),
    ("Ban Chỉ đạo 12345 quốc gia", "-", "-", "-", "-", "-"),
    ("⟦CATP.HCM⟧ họp. ⟦CA.HN⟧ nghe.", "Công an Thành phố Hồ Chí Minh ; Công an Hà Nội", "local", "-", "Hồ Chí Minh ; Hà Nội", "-"),
    ("Tổ công tác của ⟦Bộ Y tế⟧ đến.", "Bộ Y tế", "ministry", "-", "-", "-"),
    ("gửi ⟦Thành ủy⟧, ⟦Tỉnh ủy các địa phương⟧;", "Thành ủy ; Tỉnh ủy các địa phương", "party", "-", "-", "generic ; generic"),
    ("⟦Phó Chủ tịch nước⟧ trao quyết định.", "?", "central", "Phó Chủ tịch nước", "-", "-"),
    ("⟦Phó Chủ tịch Quốc hội⟧ điều hành phiên thảo luận.", "Quốc hội", "central", "Phó Chủ tịch", "-", "-"),
    ("⟦Chủ tịch Quốc hội⟧ ký chứng thực.", "Quốc hội", "central", "Chủ tịch", "-", "-"),
    ("⟦Tổng Bí thư⟧ gửi thư chúc mừng.", "?", "party", "Tổng Bí thư", "-", "-"),
    ("Thứ trưởng ⟦Bộ Nội vụ⟧ trả lời phỏng vấn.", "Bộ Nội vụ", "ministry", "Thứ trưởng", "-", "-"),
    ("Thứ trưởng Thường trực ⟦Bộ Ngoại giao⟧ tiếp đoàn.", "Bộ Ngoại giao", "ministry", "Thứ trưởng Thường trực", "-", "-"),
    ("⟦Bộ trưởng Bộ Y tế⟧ ban hành Thông tư.", "Bộ Y tế", "ministry", "Bộ trưởng", "-", "-"),
    ("⟦Bộ trưởng Bộ Văn hóa, Thể thao và Du lịch⟧ quyết định.", "Bộ Văn hóa, Thể thao và Du lịch", "ministry", "Bộ trưởng", "-", "-"),
    ("⟦Chánh án Tòa án nhân dân tối cao⟧ trình ⟦Quốc hội⟧.", "Tòa án nhân dân tối cao ; Quốc hội", "court ; central", "Chánh án ; -", "-", "-"),
    ("⟦Phó Chánh án Tòa án nhân dân tối cao⟧ chủ tọa.", "Tòa án nhân dân tối cao", "court", "Phó Chánh án", "-", "-"),
    ("⟦Viện trưởng Viện kiểm sát nhân dân tối cao⟧ kháng nghị.", "Viện kiểm sát nhân dân tối cao", "court", "Viện trưởng", "-", "-"),
    ("⟦Phó Viện trưởng VKSND tối cao⟧ ký cáo trạng.", "Viện kiểm sát nhân dân tối cao", "court", "Phó Viện trưởng", "-", "-"),
    ("⟦Tổng Kiểm toán nhà nước⟧ ban hành quy trình.", "Kiểm toán nhà nước", "central", "Tổng Kiểm toán", "-", "-"),
    ("⟦Phó Tổng Kiểm toán nhà nước⟧ công bố.", "Kiểm toán nhà nước", "central", "Phó Tổng Kiểm toán", "-", "-"),
    ("⟦Thống đốc Ngân hàng Nhà nước Việt Nam⟧ quy định.", "Ngân hàng Nhà nước Việt Nam", "ministry", "Thống đốc", "-", "-"),
    ("⟦Phó Thống đốc Ngân hàng Nhà nước⟧ cho biết.", "Ngân hàng Nhà nước Việt Nam", "ministry", "Phó Thống đốc", "-", "-"),
    ("⟦Tổng Thanh tra Chính phủ⟧ báo cáo.", "Thanh tra Chính phủ", "ministry", "Tổng Thanh tra", "-", "-"),
    ("⟦Phó Tổng Thanh tra Chính phủ⟧ làm trưởng đoàn.", "Thanh tra Chính phủ", "ministry", "Phó Tổng Thanh tra", "-", "-"),
    ("⟦Phó Giám đốc Sở Tư pháp⟧ trình bày.", "Sở Tư pháp", "local", "Phó Giám đốc", "-", "-"),
    ("⟦Giám đốc Công an tỉnh Nghệ An⟧ chỉ đạo điều tra.", "Công an tỉnh Nghệ An", "local", "Giám đốc", "Nghệ An", "-"),
    ("⟦Phó Cục trưởng Cục Hải quan⟧ ký văn bản.", "Cục Hải quan", "department", "Phó Cục trưởng", "-", "-"),
    ("⟦Phó Chủ nhiệm Văn phòng Chính phủ⟧ thông báo.", "Văn phòng Chính phủ", "ministry", "Phó Chủ nhiệm", "-", "-"),
    ("⟦Phó Trưởng ban Thường trực Ban Tổ chức Trung ương⟧ chủ trì.", "Ban Tổ chức Trung ương", "party", "Phó Trưởng ban Thường trực", "-", "-"),
    ("⟦Chủ tịch UBND xã Mường Giàng⟧ xử phạt.", "Ủy ban nhân dân xã Mường Giàng", "local", "Chủ tịch", "xã Mường Giàng", "-"),
    ("⟦Phó Chủ tịch HĐND tỉnh⟧ chủ tọa kỳ họp.", "Hội đồng nhân dân tỉnh", "local", "Phó Chủ tịch", "-", "?"),
    ("⟦Thủ tướng⟧ yêu cầu báo cáo.", "Thủ tướng Chính phủ", "central", "?", "-", "-"),
    ("⟦Chủ tịch nước⟧ ký Lệnh.", "Chủ tịch nước", "central", "?", "-", "-"),
    ("⟦Cục Thống kê tội phạm và chuyển đổi số⟧ công bố số liệu.", "Cục Thống kê tội phạm và chuyển đổi số", "department", "-", "-", "-"),
    ("⟦Vụ Kiểm sát án dân sự⟧ rút kinh nghiệm.", "Vụ Kiểm sát án dân sự", "department", "-", "-", "-"),
    ("⟦Vụ Phổ biến, giáo dục pháp luật⟧ tham mưu.", "Vụ Phổ biến, giáo dục pháp luật", "department", "-", "-", "-"),
    ("⟦Cục Quản lý chất lượng nông lâm sản và thủy sản⟧ cấp chứng thư.", "Cục Quản lý chất lượng nông lâm sản và thủy sản", "department", "-", "-", "-"),
    ("⟦Cục Quản lý xử lý vi phạm hành chính và theo dõi thi hành pháp luật⟧ hướng dẫn.", "Cục Quản lý xử lý vi phạm hành chính và theo dõi thi hành pháp luật", "department", "-", "-", "-"),
    ("⟦Cục Quản lý Khám, chữa bệnh⟧ cho ý kiến.", "Cục Quản lý Khám, chữa bệnh", "department", "-", "-", "-"),
    ("⟦Bộ Lao động, Thương binh và Xã hội⟧ đã hướng dẫn.", "Bộ Lao động - Thương binh và Xã hội", "ministry", "-", "-", "-"),
    ("⟦Bộ Lao động - Thương binh và Xã hội⟧ ban hành năm 2018.", "Bộ Lao động - Thương binh và Xã hội", "ministry", "-", "-", "-"),
    ("⟦Bộ Bưu chính, Viễn thông⟧ quy định.", "Bộ Bưu chính, Viễn thông", "ministry", "-", "-", "-"),
    ("⟦Ủy ban Dân số, Gia đình và Trẻ em⟧ tổng kết.", "Ủy ban Dân số, Gia đình và Trẻ em", "ministry", "-", "-", "-"),
    ("⟦Ủy ban Văn hóa và Xã hội của Quốc hội⟧ thẩm tra.", "Ủy ban Văn hóa và Xã hội", "central", "-", "-", "-"),
    ("⟦Sở Văn hóa, Thể thao và Du lịch tỉnh Sơn La⟧ tổ chức.", "Sở Văn hóa, Thể thao và Du lịch tỉnh Sơn La", "local", "-", "Sơn La", "-"),
    ("⟦Sở Nông nghiệp và Môi trường⟧ lập bản đồ.", "Sở Nông nghiệp và Môi trường", "local", "-", "-", "-"),
    ("⟦Viện Hàn lâm Khoa học và Công nghệ Việt Nam⟧ phối hợp.", "Viện Hàn lâm Khoa học và Công nghệ Việt Nam", "agency", "-", "-", "-"),
    ("⟦Ban Tuyên giáo và Dân vận Trung ương⟧ định hướng.", "Ban Tuyên giáo và Dân vận Trung ương", "party", "-", "-", "-"),
    ("⟦Học viện Chính trị quốc gia Hồ Chí Minh⟧ mở lớp.", "Học viện Chính trị quốc gia Hồ Chí Minh", "institution", "-", "-", "-"),
    ("⟦BỘ NÔNG NGHIỆP VÀ MÔI TRƯỜNG⟧", "Bộ Nông nghiệp và Môi trường", "ministry", "-", "-", "-"),
    ("⟦Uỷ ban nhân dân tỉnh Hoà Bình⟧ phê duyệt.", "Ủy ban nhân dân tỉnh Hòa Bình", "local", "-", "Hòa Bình", "-"),
    ("⟦Bộ KH&CN⟧ lấy ý kiến.", "Bộ Khoa học và Công nghệ", "ministry", "-", "-", "-"),
    ("⟦Bộ GD&ĐT⟧ công bố đề tham khảo.", "Bộ Giáo dục và Đào tạo", "ministry", "-", "-", "-"),
    ("⟦Bộ NN&PTNT⟧ ban hành quy trình.", "Bộ Nông nghiệp và Phát triển nông thôn", "ministry", "-", "-", "-"),
    ("⟦Bộ TN&MT⟧ kiểm tra.", "Bộ Tài nguyên và Môi trường", "ministry", "-", "-", "-"),
    ("⟦Bộ LĐ-TB&XH⟧ trình đề án.", "Bộ Lao động - Thương binh và Xã hội", "ministry", "-", "-", "-"),
    ("Giao ⟦Bộ Tài chính⟧, ⟦Bộ Y tế⟧ và ⟦Bộ Công an⟧ thực hiện.", "Bộ Tài chính ; Bộ Y tế ; Bộ Công an", "ministry", "-", "-", "-"),
    ("Gửi các Bộ: ⟦Ngoại giao⟧, ⟦Công an⟧.", "Bộ Ngoại giao ; Bộ Công an", "ministry", "-", "-", "-"),
    ("Đại diện các Bộ: ⟦Y tế⟧; ⟦Văn hóa, Thể thao và Du lịch⟧; ⟦Giáo dục và Đào tạo⟧.", "Bộ Y tế ; Bộ Văn hóa, Thể thao và Du lịch ; Bộ Giáo dục và Đào tạo", "ministry", "-", "-", "-"),
    ("Các Bộ ⟦Tư pháp⟧, ⟦Nội vụ⟧, ⟦Công Thương⟧ cho ý kiến.", "Bộ Tư pháp ; Bộ Nội vụ ; Bộ Công Thương", "ministry", "-", "-", "-"),
    ("Các Sở: ⟦Tài chính⟧, ⟦Xây dựng⟧, ⟦Y tế⟧ phối hợp.", "Sở Tài chính ; Sở Xây dựng ; Sở Y tế", "local", "-", "-", "-"),
    ("UBND các phường: ⟦Tô Hiệu⟧, ⟦Chiềng Cơi⟧ rà soát hộ nghèo.", "Ủy ban nhân dân phường Tô Hiệu ; Ủy ban nhân dân phường Chiềng Cơi", "local", "-", "phường Tô Hiệu ; phường Chiềng Cơi", "-"),
    ("⟦UBND các xã⟧: Lập danh sách hộ nghèo; rà soát nhà tạm.", "Ủy ban nhân dân các xã", "local", "-", "-", "?"),
    ("⟦Công an các phường⟧: Tuần tra ban đêm.", "Công an các phường", "local", "-", "-", "?"),
    ("UBND các tỉnh: ⟦Sơn La⟧, ⟦Điện Biên⟧, ⟦Lai Châu⟧ báo cáo.", "Ủy ban nhân dân tỉnh Sơn La ; Ủy ban nhân dân tỉnh Điện Biên ; Ủy ban nhân dân tỉnh Lai Châu", "local", "-", "Sơn La ; Điện Biên ; Lai Châu", "-"),
    ("Các Đảng ủy ⟦Bộ Tư pháp⟧, ⟦Bộ Nội vụ⟧ quán triệt.", "Đảng ủy Bộ Tư pháp ; Đảng ủy Bộ Nội vụ", "party", "-", "-", "-"),
    ("⟦Hội đồng nhân dân⟧: giám sát việc thực hiện.", "Hội đồng nhân dân", "local", "-", "-", "?"),
    ("phối hợp với ⟦Bộ Nội vụ⟧,⏎⟦Bộ Xây dựng⟧ lập định mức.", "Bộ Nội vụ ; Bộ Xây dựng", "ministry", "-", "-", "-"),
    ("Tham dự có ⟦Bộ Khoa học và⏎Công nghệ⟧.", "Bộ Khoa học và Công nghệ", "ministry", "-", "-", "-"),
    ("⟦Tòa án nhân dân tối cao⟧, ⟦Viện kiểm sát nhân dân tối cao⟧ thống nhất hướng dẫn.", "Tòa án nhân dân tối cao ; Viện kiểm sát nhân dân tối cao", "court", "-", "-", "-"),
    ("⟦Văn phòng Trung ương Đảng⟧ và ⟦Văn phòng Quốc hội⟧ trao đổi.", "Văn phòng Trung ương Đảng ; Văn phòng Quốc hội", "party ; central", "-", "-", "-"),
    ("⟦Tòa án nhân dân khu vực 6 - Hà Nội⟧ xét xử.", "Tòa án nhân dân khu vực 6 - Hà Nội", "?", "-", "?", "-"),
    ("⟦Tòa án nhân dân khu vực 1 - Sơn La⟧ thụ lý.", "Tòa án nhân dân khu vực 1 - Sơn La", "?", "-", "?", "-"),
    ("⟦TAND khu vực 5 - Thành phố Hồ Chí Minh⟧ tuyên án.", "Tòa án nhân dân khu vực 5 - Thành phố Hồ Chí Minh", "?", "-", "?", "-"),
    ("⟦Viện kiểm sát nhân dân khu vực 2 - Nghệ An⟧ truy tố.", "Viện kiểm sát nhân dân khu vực 2 - Nghệ An", "?", "-", "?", "-"),
    ("⟦VKSND khu vực 7 – Đà Nẵng⟧ kiểm sát.", "Viện kiểm sát nhân dân khu vực 7 - Đà Nẵng", "?", "-", "?", "-"),
    ("⟦Viện kiểm sát nhân dân khu vực⟧ có thẩm quyền truy tố.", "Viện kiểm sát nhân dân khu vực", "?", "-", "-", "?"),
    ("⟦Chánh án Tòa án nhân dân khu vực 4 - Lào Cai⟧ ký.", "Tòa án nhân dân khu vực 4 - Lào Cai", "?", "Chánh án", "?", "-"),
    ("⟦Tòa án nhân dân tỉnh Thanh Hóa⟧ xét xử phúc thẩm.", "Tòa án nhân dân tỉnh Thanh Hóa", "?", "-", "Thanh Hóa", "-"),
    ("⟦TAND huyện Mai Sơn⟧ giải quyết năm 2022.", "Tòa án nhân dân huyện Mai Sơn", "?", "-", "huyện Mai Sơn", "-"),
    ("⟦UBND Q.3⟧ cấp phép.", "Ủy ban nhân dân quận 3", "local", "-", "quận 3", "-"),
    ("⟦UBND Q. Bình Thạnh⟧ cưỡng chế.", "Ủy ban nhân dân quận Bình Thạnh", "local", "-", "quận Bình Thạnh", "-"),
    ("⟦UBND P. Cầu Kho⟧ lập biên bản.", "Ủy ban nhân dân phường Cầu Kho", "local", "-", "phường Cầu Kho", "-"),
    ("⟦UBND P.14⟧ niêm yết.", "Ủy ban nhân dân phường 14", "local", "-", "phường 14", "-"),
    ("⟦UBND TX. Nghi Sơn⟧ công bố.", "Ủy ban nhân dân thị xã Nghi Sơn", "local", "-", "thị xã Nghi Sơn", "-"),
    ("⟦UBND TP. Dĩ An⟧ duyệt.", "Ủy ban nhân dân thành phố Dĩ An", "local", "-", "thành phố Dĩ An", "-"),
    ("⟦UBND TT. Hát Lót⟧ rà soát.", "Ủy ban nhân dân thị trấn Hát Lót", "local", "-", "thị trấn Hát Lót", "-"),
    ("⟦UBND TP.HCM⟧ giao nhiệm vụ.", "Ủy ban nhân dân Thành phố Hồ Chí Minh", "local", "-", "Hồ Chí Minh", "-"),
    ("⟦HĐND H. Thuận Châu⟧ họp chuyên đề.", "Hội đồng nhân dân huyện Thuận Châu", "local", "-", "huyện Thuận Châu", "-"),
    ("⟦UBND X. Chiềng Mung⟧ xác nhận.", "Ủy ban nhân dân xã Chiềng Mung", "local", "-", "xã Chiềng Mung", "-"),
    ("⟦UBND đặc khu Phú Quốc⟧ quy hoạch.", "Ủy ban nhân dân đặc khu Phú Quốc", "local", "-", "đặc khu Phú Quốc", "-"),
    ("⟦UBND huyện Mường La, tỉnh Sơn La⟧ kiến nghị.", "?", "local", "-", "?", "-"),
    ("⟦CATP Cần Thơ⟧ khởi tố.", "Công an thành phố Cần Thơ", "local", "-", "Cần Thơ", "-"),
    ("⟦CATP Hải Phòng⟧ bắt giữ.", "Công an thành phố Hải Phòng", "local", "-", "Hải Phòng", "-"),
    ("⟦Công an TP Đà Nẵng⟧ phối hợp.", "Công an thành phố Đà Nẵng", "local", "-", "Đà Nẵng", "-"),
    ("⟦Thành ủy TP. Hồ Chí Minh⟧ ban hành.", "Thành ủy Thành phố Hồ Chí Minh", "party", "-", "Hồ Chí Minh", "-"),
    ("⟦Thành ủy Hà Nội⟧ kết luận.", "Thành ủy Hà Nội", "party", "-", "Hà Nội", "-"),
    ("⟦Huyện ủy Sông Mã⟧ quán triệt.", "Huyện ủy Sông Mã", "party", "-", "Sông Mã", "-"),
    ("⟦Đảng ủy xã Tân Lập⟧ họp.", "Đảng ủy xã Tân Lập", "party", "-", "xã Tân Lập", "-"),
    ("⟦Ban Thường vụ Tỉnh ủy Sơn La⟧ cho chủ trương.", "Ban Thường vụ Tỉnh ủy Sơn La", "party", "-", "Sơn La", "-"),
    ("⟦Đoàn ĐBQH tỉnh Sơn La⟧ giám sát.", "Đoàn đại biểu Quốc hội tỉnh Sơn La", "local", "-", "Sơn La", "-"),
    ("⟦Sở Tư pháp tỉnh Điện Biên⟧ thẩm định.", "Sở Tư pháp tỉnh Điện Biên", "local", "-", "Điện Biên", "-"),
    ("⟦Chính phủ Campuchia⟧ viện trợ.", "Chính phủ Campuchia", "?", "-", "-", "foreign"),
    ("⟦Chính phủ Nhật Bản⟧ cho vay.", "Chính phủ Nhật Bản", "?", "-", "-", "foreign"),
    ("⟦Chính phủ nước Cộng hòa Pháp⟧ ký hiệp định.", "Chính phủ nước Cộng hòa Pháp", "?", "-", "-", "foreign"),
    ("⟦Quốc hội Hoa Kỳ⟧ thông qua dự luật.", "Quốc hội Hoa Kỳ", "?", "-", "-", "foreign"),
    ("⟦Bộ Ngoại giao Trung Quốc⟧ ra tuyên bố.", "Bộ Ngoại giao Trung Quốc", "?", "-", "-", "foreign"),
    ("⟦Thủ tướng Nhật Bản⟧ thăm chính thức.", "?", "?", "?", "-", "foreign"),
    ("⟦Chính phủ Cộng hòa xã hội chủ nghĩa Việt Nam⟧ và ⟦Chính phủ Cộng hòa Cu-ba⟧.", "Chính phủ ; Chính phủ Cộng hòa Cu-ba", "central ; ?", "-", "-", "- ; foreign"),
    ("⟦Quốc hội khóa XV⟧ thông qua 27 luật.", "Quốc hội", "central", "-", "-", "-"),
    ("⟦Quốc hội khóa XVI⟧ bầu các chức danh.", "Quốc hội", "central", "-", "-", "-"),
    ("⟦Quốc hội nước Cộng hòa xã hội chủ nghĩa Việt Nam khóa XIV⟧ thông qua.", "Quốc hội", "central", "-", "-", "-"),
    ("⟦Ủy ban Thường vụ Quốc hội⟧ ban hành Nghị quyết.", "Ủy ban Thường vụ Quốc hội", "central", "-", "-", "-"),
    ("⟦UBTVQH⟧ cho ý kiến.", "Ủy ban Thường vụ Quốc hội", "central", "-", "-", "-"),
    ("Trình ⟦QH⟧ xem xét.", "Quốc hội", "central", "-", "-", "-"),
    ("Chủ trương của ⟦Đảng⟧, chính sách của ⟦Nhà nước⟧.", "? ; ?", "?", "-", "-", "generic"),
    ("Lãnh đạo ⟦Đảng⟧ và ⟦Nhà nước⟧ đến viếng.", "? ; ?", "?", "-", "-", "generic"),
    ("⟦Đảng Cộng sản Việt Nam⟧ lãnh đạo.", "Đảng Cộng sản Việt Nam", "party", "-", "-", "-"),
    ("⟦Bộ Chính trị⟧ ban hành Nghị quyết số 57-NQ/TW.", "Bộ Chính trị", "party", "-", "-", "-"),
    ("⟦Ban Bí thư⟧ ban hành Chỉ thị số 37-CT/TW.", "Ban Bí thư", "party", "-", "-", "-"),
    ("⟦Ban Chấp hành Trung ương khóa XIII⟧ họp.", "Ban Chấp hành Trung ương", "party", "-", "-", "-"),
    ("⟦Quân ủy Trung ương⟧ quyết nghị.", "Quân ủy Trung ương", "party", "-", "-", "-"),
    ("⟦Đảng ủy Công an Trung ương⟧ lãnh đạo.", "Đảng ủy Công an Trung ương", "party", "-", "-", "-"),
    ("⟦Ban cán sự đảng Bộ Giao thông vận tải⟧ họp năm 2023.", "Ban cán sự đảng Bộ Giao thông vận tải", "party", "-", "-", "-"),
    ("⟦Ủy ban Kiểm tra Trung ương⟧ thông báo.", "Ủy ban Kiểm tra Trung ương", "party", "-", "-", "-"),
    ("⟦Ban Kinh tế Trung ương⟧ khảo sát năm 2021.", "Ban Kinh tế Trung ương", "party", "-", "-", "-"),
    ("⟦Hội đồng Bộ trưởng⟧ ban hành Nghị định số 17/HĐBT.", "Hội đồng Bộ trưởng", "central", "-", "-", "-"),
    ("⟦Hội đồng Thẩm phán Tòa án nhân dân tối cao⟧ thông qua.", "Hội đồng Thẩm phán Tòa án nhân dân tối cao", "court", "-", "-", "-"),
    ("⟦Mặt trận Tổ quốc Việt Nam⟧ vận động.", "?", "mass", "-", "-", "-"),
    ("⟦Hội Liên hiệp Phụ nữ Việt Nam⟧ phát động.", "Hội Liên hiệp Phụ nữ Việt Nam", "mass", "-", "-", "-"),
    ("⟦Tổng Liên đoàn Lao động Việt Nam⟧ kiến nghị.", "Tổng Liên đoàn Lao động Việt Nam", "mass", "-", "-", "-"),
    ("⟦Văn phòng Chính phủ⟧ đôn đốc.", "Văn phòng Chính phủ", "ministry", "-", "-", "-"),
    ("⟦Thanh tra Chính phủ⟧ kết luận.", "Thanh tra Chính phủ", "ministry", "-", "-", "-"),
    ("⟦Ban Chỉ đạo Cải cách hành chính của Chính phủ⟧ họp.", "?", "?", "-", "-", "-"),
    ("⟦Bộ Kế hoạch và Đầu tư⟧ có Tờ trình năm 2019.", "Bộ Kế hoạch và Đầu tư", "ministry", "-", "-", "-"),
    ("⟦Bộ Thông tin và Truyền thông⟧ ban hành năm 2013.", "Bộ Thông tin và Truyền thông", "ministry", "-", "-", "-"),
    ("⟦Bộ Thương mại⟧ cấp năm 1999.", "Bộ Thương mại", "ministry", "-", "-", "-"),
    ("⟦Tổng cục Thuế⟧ trả lời năm 2020.", "Tổng cục Thuế", "department", "-", "-", "-"),
    ("⟦Tổng cục Hải quan⟧ thông quan.", "Tổng cục Hải quan", "department", "-", "-", "-"),
    ("⟦Ủy ban Dân tộc⟧ thẩm định năm 2022.", "Ủy ban Dân tộc", "ministry", "-", "-", "-"),
    ("Đề nghị ⟦các bộ, ngành, địa phương⟧ báo cáo.", "-", "?", "-", "-", "generic"),
    ("⟦UBND các cấp⟧ tuyên truyền.", "?", "local", "-", "-", "generic"),
    ("⟦Ủy ban nhân dân các tỉnh, thành phố trực thuộc Trung ương⟧ chịu trách nhiệm.", "?", "local", "-", "-", "generic"),
    ("⟦Tòa án nhân dân các cấp⟧ áp dụng.", "?", "?", "-", "-", "generic"),
    ("Nộp 01 bộ hồ sơ tại bộ phận một cửa.", "", "", "", "", ""),
    ("Cán bộ nội bộ cơ quan học tập.", "", "", "", "", ""),
    ("Bộ luật và đạo luật khác nhau ở phạm vi.", "", "", "", "", ""),
    ("Mua 15 bộ bàn ghế, một bộ quần áo.", "", "", "", "", ""),
    ("Bộ sách giáo khoa mới được phát.", "", "", "", "", ""),
    ("Bộ tiêu chí đánh giá gồm 5 nhóm.", "", "", "", "", ""),
    ("Toàn bộ tiền thu nộp ngân sách.", "", "", "", "", ""),
    ("Tổ chức phi chính phủ nước ngoài đăng ký.", "", "", "", "", ""),
    ("Công tác phòng, chống thiên tai được chú trọng.", "", "", "", "", ""),
    ("Phòng cháy hơn chữa cháy.", "", "", "", "", ""),
    ("Phòng họp tầng 3 đang sửa.", "", "", "", "", ""),
    ("Đề phòng cháy nổ.", "", "", "", "", ""),
    ("Cấp giấy phép ban đầu.", "", "", "", "", ""),
    ("Luật mới ban hành có nhiều điểm khác.", "", "", "", "", ""),
    ("Ban hành kèm theo là danh mục.", "", "", "", "", ""),
    ("Ban ngày nắng nóng, ban đêm lạnh.", "", "", "", "", ""),
    ("Ban thưởng cho học sinh giỏi.", "", "", "", "", ""),
    ("Quyền sở hữu nhà ở thuộc cá nhân.", "", "", "", "", ""),
    ("Sở thích của trẻ em rất khác nhau.", "", "", "", "", ""),
    ("Trụ sở làm việc khang trang.", "", "", "", "", ""),
    ("Cơ sở vật chất được nâng cấp.", "", "", "", "", ""),
    ("Tòa nhà cao 12 tầng.", "", "", "", "", ""),
    ("Tòa soạn nhận bài.", "", "", "", "", ""),
    ("Ông là đảng viên từ năm 1985.", "", "", "", "", ""),
    ("Kết nạp đảng cho 12 quần chúng.", "", "", "", "", ""),
    ("Cục pin bị phồng.", "", "", "", "", ""),
    ("Cục bộ ngập úng.", "", "", "", "", ""),
    ("Vụ án được đưa ra xét xử.", "", "", "", "", ""),
    ("Vụ lúa hè thu được mùa.", "", "", "", "", ""),
    ("Vụ việc gây xôn xao.", "", "", "", "", ""),
    ("Viện phí tăng nhẹ.", "", "", "", "", ""),
    ("Đường Hồ Chí Minh nối hai miền.", "", "", "", "", ""),
    ("Phố Bộ Hành vắng khách.", "", "", "", "", ""),
    ("Ngõ Công An, phường Hàng Bột.", "", "", "", "", ""),
    ("Nhà văn hóa, thể thao thôn Bản Lầu.", "", "", "", "", ""),
    ("Chủ tịch Hồ Chí Minh đọc Tuyên ngôn.", "", "", "", "", ""),
    ("Chủ tịch công ty ký hợp đồng.", "", "", "", "", ""),
    ("Ủy ban là cơ quan tập thể.", "", "", "", "", ""),
    ("Hội đồng gồm 7 thành viên.", "", "", "", "", ""),
    ("Quản lý nhà nước về đất đai.", "", "", "", "", ""),
    ("Ngân sách nhà nước cấp 70%.", "", "", "", "", ""),
    ("Doanh nghiệp nhà nước thoái vốn.", "", "", "", "", ""),
    ("Kỳ thi tốt nghiệp do trường tổ chức.", "", "", "", "", ""),
    ("Bảo hiểm xã hội bắt buộc đóng hằng tháng.", "", "", "", "", ""),
    ("Người tham gia BHXH, BHYT được hưởng.", "", "", "", "", ""),
    ("Nhiệt độ phòng 25 độ.", "", "", "", "", ""),
    ("Bộ đội giúp dân gặt lúa.", "", "", "", "", ""),
    ("Tỉnh táo, sáng suốt trong mọi tình huống.", "", "", "", "", ""),
    ("Thành phố trực thuộc trung ương có quận.", "", "", "", "", ""),
    ("Văn phòng phẩm được cấp hằng quý.", "", "", "", "", ""),
    ("Theo Bộ, việc này chưa có tiền lệ.", "", "", "", "", ""),
    ("Sở đã phân công hai cán bộ.", "", "", "", "", ""),
    ("Phòng, chống tham nhũng là nhiệm vụ thường xuyên.", "", "", "", "", ""),
    ("Ban bố tình trạng khẩn cấp về thiên tai.", "", "", "", "", ""),
    ("Ban phát quà cho trẻ em nghèo.", "", "", "", "", ""),
    ("Sở dĩ chậm là do mưa lũ.", "", "", "", "", ""),
    ("Sở trường của ông là hội họa.", "", "", "", "", ""),
    ("Vụ mùa năm nay thất bát.", "", "", "", "", ""),
    ("Vụ kiện kéo dài ba năm.", "", "", "", "", ""),
    ("Cục diện thế giới thay đổi nhanh.", "", "", "", "", ""),
    ("Cục máu đông gây đột quỵ.", "", "", "", "", ""),
    ("Tòa nhà hỗn hợp, tòa tháp đôi đã hoàn thành.", "", "", "", "", ""),
    ("Viện dẫn quy định của pháp luật.", "", "", "", "", ""),
    ("Viện trợ không hoàn lại 2 triệu đô la.", "", "", "", "", ""),
    ("Bộ máy được tinh gọn, bộ mặt đô thị khởi sắc.", "", "", "", "", ""),
    ("Bộ phận tiếp nhận và trả kết quả làm việc từ 7 giờ.", "", "", "", "", ""),
    ("Bộ môn Toán có 12 giảng viên.", "", "", "", "", ""),
    ("Nhà nước pháp quyền là mục tiêu xây dựng.", "", "", "", "", ""),
    ("Chính phủ điện tử và chính quyền số phát triển.", "", "", "", "", ""),
    ("Chi bộ sinh hoạt định kỳ, đảng phí thu đủ.", "", "", "", "", ""),
    ("Hội thảo, hội nghị, hội chợ được tổ chức.", "", "", "", "", ""),
    ("Hội nhập quốc tế sâu rộng.", "", "", "", "", ""),
    ("Đoàn kết là sức mạnh, đoàn viên xung phong.", "", "", "", "", ""),
    ("⟦Bộ trưởng Ngoại giao Nhật Bản⟧ thăm Hà Nội.", "Bộ Ngoại giao Nhật Bản", "?", "Bộ trưởng", "-", "foreign"),
    ("⟦Bộ trưởng Quốc phòng Hoa Kỳ⟧ điện đàm với ⟦Bộ trưởng Bộ Quốc phòng⟧.", "Bộ Quốc phòng Hoa Kỳ ; Bộ Quốc phòng", "? ; ministry", "Bộ trưởng", "-", "foreign ; -"),
    ("⟦Bộ trưởng Tư pháp⟧ Lê Văn A phát biểu.", "Bộ Tư pháp", "ministry", "Bộ trưởng", "-", "-"),
    ("Thứ trưởng ⟦Ngoại giao⟧ Nguyễn Thị D tiếp Đại sứ.", "Bộ Ngoại giao", "ministry", "Thứ trưởng", "-", "-"),
    ("⟦Phó Trưởng Ban Tuyên giáo và Dân vận Trung ương⟧ dự.", "Ban Tuyên giáo và Dân vận Trung ương", "party", "Phó Trưởng Ban", "-", "-"),
    ("⟦Trưởng ban Tổ chức Tỉnh ủy⟧ báo cáo.", "?", "party", "Trưởng ban", "-", "-"),
    ("⟦Phó Trưởng phòng Tư pháp huyện Mai Sơn⟧ ký.", "?", "local", "Phó Trưởng phòng", "huyện Mai Sơn", "-"),
    ("⟦Phó Thủ tướng Chính phủ⟧ chủ trì.", "Chính phủ", "central", "Phó Thủ tướng", "-", "-"),
    ("⟦Phó Tổng Giám đốc EVN⟧ dự họp.", "Tập đoàn Điện lực Việt Nam", "enterprise", "Phó Tổng Giám đốc", "-", "-"),
    ("⟦Cục Quản lý xây dựng và chất lượng công trình⟧ thẩm định hồ sơ.", "Cục Quản lý xây dựng và chất lượng công trình", "department", "-", "-", "-"),
    ("⟦Cục Phòng, chống thiên tai và thủy lợi⟧ trình Bộ.", "Cục Phòng, chống thiên tai và thủy lợi", "department", "-", "-", "-"),
    ("⟦Cục Viễn thông⟧ và doanh nghiệp báo cáo.", "Cục Viễn thông", "department", "-", "-", "-"),
    ("⟦Vụ Pháp chế⟧ và thông tin cho đơn vị.", "Vụ Pháp chế", "department", "-", "-", "-"),
    ("⟦Ban Chỉ đạo Trung ương về phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số⟧ họp phiên thứ ba.", "Ban Chỉ đạo Trung ương về phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số", "?", "-", "-", "-"),
    ("⟦Đảng ủy Mặt trận Tổ quốc, các đoàn thể Trung ương⟧ sơ kết.", "Đảng ủy Mặt trận Tổ quốc, các đoàn thể Trung ương", "party", "-", "-", "-"),
    ("⟦UBKT Trung ương⟧ và ⟦BCHTƯ Đảng⟧ họp.", "Ủy ban Kiểm tra Trung ương ; Ban Chấp hành Trung ương", "party", "-", "-", "-"),
    ("Các bộ ⟦Tài chính⟧, ⟦Xây dựng⟧, ⟦Công Thương⟧ báo cáo.", "Bộ Tài chính ; Bộ Xây dựng ; Bộ Công Thương", "ministry", "-", "-", "-"),
    ("UBND hai tỉnh ⟦Sơn La⟧, ⟦Lai Châu⟧ ký kết.", "Ủy ban nhân dân tỉnh Sơn La ; Ủy ban nhân dân tỉnh Lai Châu", "local", "-", "Sơn La ; Lai Châu", "-"),
    ("UBND các tỉnh, thành phố: ⟦Hà Nội⟧, ⟦Sơn La⟧ báo cáo.", "?", "local", "-", "Hà Nội ; Sơn La", "-"),
    ("Chủ tịch UBND các tỉnh ⟦Sơn La⟧, ⟦Lai Châu⟧ chỉ đạo.", "Ủy ban nhân dân tỉnh Sơn La ; Ủy ban nhân dân tỉnh Lai Châu", "local", "Chủ tịch", "Sơn La ; Lai Châu", "-"),
    ("Công an các tỉnh ⟦Lào Cai⟧, ⟦Sơn La⟧ và ⟦Điện Biên⟧ mở đợt cao điểm.", "Công an tỉnh Lào Cai ; Công an tỉnh Sơn La ; Công an tỉnh Điện Biên", "local", "-", "Lào Cai ; Sơn La ; Điện Biên", "-"),
    ("Đảng ủy các xã ⟦Chiềng Hặc⟧, ⟦Phiêng Khoài⟧ họp.", "Đảng ủy xã Chiềng Hặc ; Đảng ủy xã Phiêng Khoài", "party", "-", "xã Chiềng Hặc ; xã Phiêng Khoài", "-"),
    ("⟦TAND khu vực 2, tỉnh Nghệ An⟧ xét xử.", "Tòa án nhân dân khu vực 2 - Nghệ An", "court", "-", "Nghệ An", "-"),
    ("⟦TAND khu vực 7 - TP Hồ Chí Minh⟧ thụ lý.", "Tòa án nhân dân khu vực 7 - Thành phố Hồ Chí Minh", "court", "-", "Hồ Chí Minh", "-"),
    ("⟦CATP.HCM⟧ khởi tố.", "Công an Thành phố Hồ Chí Minh", "local", "-", "Hồ Chí Minh", "-"),
    ("Gửi ⟦UBND⟧. Hà Nội đón khách.", "Ủy ban nhân dân", "local", "-", "-", "generic"),
    ("Bộ trưởng Ngoại giao hai nước hội đàm.", "", "", "", "", ""),
    ("Bộ trưởng Quốc phòng các nước ASEAN dự hội nghị.", "", "", "", "", ""),
    ("Bộ trưởng Đất đai, Hạ tầng Hà Quốc thăm.", "", "", "", "", ""),
    ("Ủy ban Liên Chính phủ Công ước 2003 họp.", "", "", "", "", ""),
    ("Trưởng phòng Hướng dẫn, quản lý nghề; ⟦Trưởng phòng Nghiệp vụ⟧.", "Phòng Nghiệp vụ", "local", "Trưởng phòng", "-", "-"),
    ("Bộ sưu tập gồm 40 hiện vật, bộ đôi tác phẩm và bộ ba nghệ sĩ.", "", "", "", "", ""),
    ("Sở hữu toàn dân về đất đai; Cục tẩy màu trắng; cục nóng điều hòa.", "", "", "", "", ""),
    ("Chủ tịch Hội đồng xét duyệt; Giám đốc công ty; Trưởng đoàn kiểm tra.", "", "", "", "", ""),
    ("Hội chợ, hội thi, Hội trại; ban nhạc; Ban nhạc biểu diễn; Ban công tầng hai.", "", "", "", "", ""),
    ("Viện cớ bận việc; Đài phun nước; Báo giá kèm theo; Ngân hàng đề thi.", "", "", "", "", ""),
    ("Ông Bùi Công An, bà Trần Thị Hội, anh Vũ Quốc Phòng ở phường Tân An.", "", "", "", "", ""),
    ("Đại hội cổ đông; Đại hội Thể dục thể thao; kỷ luật Đảng.", "", "", "", "", ""),
];

/// The expectation for the `i`th body of a row.
fn cell(cells: &str, i: usize) -> &str {
    let all: Vec<&str> = cells.split(" ; ").collect();
    if all.len() == 1 { all[0] } else { all[i] }
}

fn agrees(expected: &str, got: &str) -> bool {
    expected == "?"
        || expected == "-" && got.is_empty()
        || expected.to_lowercase() == got.to_lowercase()
}

fn assert_body(row: &Row, i: usize, body: &IssuingBody) {
    let json = serde_json::to_value(body).unwrap();
    let field = |key: &str| json.get(key).and_then(|value| value.as_str()).unwrap_or("");
    let (name, holder) = (cell(row.1, i), field("holder"));
    let named = agrees(name, &body.name) || !holder.is_empty() && body.name.ends_with(name);
    assert!(named || name == "-", "{}: name {:?}", row.0, body.name);
    assert!(
        agrees(cell(row.2, i), field("class")) || cell(row.5, i) == "foreign",
        "{}: class {}",
        row.0,
        field("class")
    );
    assert!(
        agrees(cell(row.3, i), holder),
        "{}: holder {holder:?}",
        row.0
    );
    assert!(
        agrees(cell(row.4, i), field("place")),
        "{}: place {:?}",
        row.0,
        field("place")
    );
    match cell(row.5, i) {
        "generic" => assert!(body.generic, "{}: generic", row.0),
        "foreign" => assert_eq!(field("class"), "foreign", "{}", row.0),
        "-" => assert!(!body.generic, "{}: one body", row.0),
        _ => {}
    }
    assert!(
        body.id.is_none() || !body.generic,
        "{}: id of one body",
        row.0
    );
}

/// Rows of the same kind, a line each.
const MORE: &str = include_str!("rows/bodies.tsv");

fn more() -> impl Iterator<Item = Row> {
    common::rows(MORE).map(|line| {
        let mut cells = line.split('\t');
        let mut cell = || {
            cells
                .next()
                .unwrap_or_else(|| panic!("six columns: {line}"))
        };
        (cell(), cell(), cell(), cell(), cell(), cell())
    })
}

#[test]
fn bodies_of_every_kind() {
    let mut faults = Vec::new();
    for row in &ROWS.iter().copied().chain(more()).collect::<Vec<_>>() {
        let marked = Marked::of(row.0);
        let document = vanban::extract(&marked.text);
        let classes = row.5.contains(['g', '?']);
        let found = document
            .bodies
            .iter()
            .filter(|body| classes || !body.value.generic);
        let found: Vec<_> = found.collect();
        let spans: Vec<_> = found.iter().map(|body| body.span).collect();
        if spans != marked.spans {
            faults.push(format!(
                "{}\n    found {}",
                row.0,
                common::marking(&marked.text, &spans)
            ));
            continue;
        }
        for (i, body) in found.iter().enumerate() {
            assert_body(row, i, &body.value);
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn who_stands_for_one_body_has_one_id() {
    let id = |text: &str| vanban::extract(text).bodies[0].value.id.clone();
    assert_eq!(id("Phó Thủ tướng họp."), id("Phó Thủ tướng Chính phủ họp."));
    assert_eq!(id("Bộ trưởng Y tế ký."), id("Bộ Y tế họp."));
    assert_eq!(
        id("TAND khu vực 2, tỉnh Nghệ An"),
        id("Tòa án nhân dân khu vực 2 - Nghệ An")
    );
    assert_eq!(
        id("Bộ trưởng Ngoại giao Lào thăm."),
        id("Bộ Ngoại giao Lào họp.")
    );
}

#[test]
fn a_province_with_and_without_its_level_is_one() {
    let id = |text: &str| vanban::extract(text).bodies[0].value.id.clone();
    for (short, long) in [
        ("UBND Sơn La", "UBND tỉnh Sơn La"),
        ("Sở Y tế Hà Nội", "Sở Y tế thành phố Hà Nội"),
        ("Công an Hải Phòng", "Công an TP. Hải Phòng"),
        ("Giám đốc Sở Tư pháp Lai Châu", "Sở Tư pháp tỉnh Lai Châu"),
        ("TAND Lào Cai", "Tòa án nhân dân tỉnh Lào Cai"),
    ] {
        assert!(id(short).is_some(), "{short}");
        assert_eq!(id(short), id(long), "{short}");
    }
    // A city within the province is another place, and some words hold the level.
    assert_ne!(id("UBND thành phố Sơn La"), id("UBND tỉnh Sơn La"));
    assert_eq!(id("Tỉnh ủy Sơn La").as_deref(), Some("tỉnh-ủy-sơn-la"));
    let school = "Trường Đại học Y tế Hà Nội";
    assert_eq!(id(school).as_deref(), Some("trường-đại-học-y-tế-hà-nội"));
}

#[test]
fn one_of_many_is_told_apart_by_its_host() {
    let ids = |text: &str| {
        let bodies = vanban::extract(text).bodies;
        let ids = bodies
            .iter()
            .map(|body| body.value.id.as_deref().map(str::to_owned));
        ids.collect::<Vec<_>>()
    };
    assert_eq!(ids("Vụ Pháp chế trình"), [Some("vụ-pháp-chế".to_owned())]);
    let of_health = Some("vụ-pháp-chế-bộ-y-tế".to_owned());
    for text in [
        "Vụ Pháp chế Bộ Y tế",
        "Vụ Pháp chế thuộc Bộ Y tế",
        "Vụ Pháp chế (Bộ Y tế)",
        "Vụ trưởng Vụ Pháp chế, Bộ Y tế",
    ] {
        assert_eq!(ids(text)[0], of_health, "{text}");
    }
    // In a list of addressees it may be of another one.
    assert_ne!(ids("Gửi Vụ Pháp chế, Bộ Y tế")[0], of_health);
}

#[test]
fn the_day_of_the_page_judges_its_bodies() {
    let page = |day: &str, text: &str| {
        let (d, rest) = day.split_once('/').unwrap();
        let (m, y) = rest.split_once('/').unwrap();
        let day = format!("{y}-{m:0>2}-{d:0>2}").parse().unwrap();
        let extractor = vanban::Extractor::builder().reference_date(day).build();
        let document = extractor.extract(text);
        let warnings = document
            .bodies
            .iter()
            .map(|body| body.value.warnings.clone());
        serde_json::to_string(&warnings.collect::<Vec<_>>()).unwrap()
    };
    for (day, text, warnings) in [
        (
            "05/6/2026",
            "Bộ Tài chính và Bộ Kế hoạch và Đầu tư",
            r#"[[],["no_more"]]"#,
        ),
        ("28/02/2025", "Bộ Kế hoạch và Đầu tư", "[[]]"),
        (
            "01/3/2025",
            "Văn phòng Bộ Kế hoạch và Đầu tư",
            r#"[["no_more"]]"#,
        ),
        ("05/6/2024", "Bộ Dân tộc và Tôn giáo", r#"[["not_yet"]]"#),
        (
            "05/6/2024",
            "Bộ trưởng Bộ Nông nghiệp và Môi trường",
            r#"[["not_yet"]]"#,
        ),
        (
            "05/6/2024",
            "Sở Nông nghiệp và Môi trường tỉnh Sơn La",
            r#"[["not_yet"]]"#,
        ),
        ("05/6/2026", "UBND tỉnh Yên Bái", r#"[["no_more"]]"#),
        ("05/6/2025", "UBND tỉnh Yên Bái", "[[]]"),
        ("05/7/2025", "UBND huyện Mộc Châu", r#"[["no_more"]]"#),
        (
            "05/7/2025",
            "UBND xã Mộc Sơn và Huyện ủy Mộc Châu",
            r#"[[],["no_more"]]"#,
        ),
        ("05/7/2025", "UBND thị trấn Ít Ong", r#"[["no_more"]]"#),
        ("05/6/2024", "UBND đặc khu Côn Đảo", r#"[["not_yet"]]"#),
        // The name was borne before, by another body or a branch.
        ("05/6/1995", "Bộ Nội vụ", "[[]]"),
        ("05/6/2019", "Cục Thuế tỉnh Sơn La", "[[]]"),
        // A class is not judged.
        ("05/7/2025", "UBND các huyện, thị xã", "[[]]"),
    ] {
        assert_eq!(page(day, text), warnings, "{day} {text}");
    }
    // The page's own date does as well as the caller's.
    let page = "BỘ NỘI VỤ\n\nSố: 5/QĐ-BNV\n\nHà Nội, ngày 05 tháng 6 năm 2026\n\nQUYẾT ĐỊNH\n\nVề việc chuyển hồ sơ\n\nChuyển hồ sơ của Bộ Kế hoạch và Đầu tư.";
    let document = vanban::extract(page);
    assert_eq!(document.bodies.last().unwrap().value.warnings.len(), 1);
    // Nobody judges without the day of the page.
    let document = vanban::extract("Bộ Kế hoạch và Đầu tư họp.");
    assert_eq!(document.bodies[0].value.warnings, []);
}

#[test]
fn a_deputy_in_capitals_is_no_prime_minister() {
    let document = vanban::extract("TM. CHÍNH PHỦ\nKT. THỦ TƯỚNG\nPHÓ THỦ TƯỚNG\n(Đã ký)");
    let names: Vec<_> = document.bodies.iter().map(|body| &*body.text).collect();
    assert_eq!(names, ["CHÍNH PHỦ", "THỦ TƯỚNG"]);
}

#[test]
fn an_abbreviation_with_small_letters_is_known() {
    let extractor = vanban::Extractor::builder()
        .abbreviation("WoS", "kho dữ liệu khoa học")
        .build();
    let document = extractor.extract("Giao Cục WoS chủ trì.");
    assert_eq!(document.bodies[0].value.name, "Cục Kho dữ liệu khoa học");
    // *Bộ* for a ministry is no abbreviation of that kind.
    let text = "Bộ Tài chính (sau đây viết tắt là Bộ). Văn phòng Bộ Tài chính ghi.";
    let document = vanban::extract(text);
    assert_eq!(document.bodies[1].text, "Văn phòng Bộ Tài chính");
}

#[test]
fn a_name_in_small_letters_is_found_as_its_owner_writes_it() {
    let row = vanban::body::Body::new("sàn giao dịch dữ liệu", vanban::body::BodyClass::Other);
    let extractor = vanban::Extractor::builder().registry([row]).build();
    let document = extractor.extract("Giao sàn giao dịch dữ liệu lưu hồ sơ.");
    assert_eq!(document.bodies[0].text, "sàn giao dịch dữ liệu");
    assert_eq!(document.bodies[0].value.name, "sàn giao dịch dữ liệu");
}

#[test]
fn a_term_is_kept() {
    for (text, term) in [
        ("Quốc hội khóa XV thông qua.", Some(15)),
        ("QH khoá 14 thông qua.", Some(14)),
        ("Quốc hội nước CHXHCN Việt Nam khóa IX", Some(9)),
        ("Quốc hội khóa này", None),
        ("Quốc hội khóa XVX", None),
        ("Chính phủ nhiệm kỳ mới", None),
    ] {
        assert_eq!(vanban::extract(text).bodies[0].value.term, term, "{text}");
    }
}

#[test]
fn bodies_of_one_code_have_ids_of_their_own() {
    let id = |text: &str| vanban::extract(text).bodies[0].value.id.clone();
    let committees = ["Bộ Chính trị", "Ban Bí thư", "Ban Chấp hành Trung ương"].map(id);
    assert!(committees.iter().all(Option::is_some));
    assert!(committees[0] != committees[1] && committees[1] != committees[2]);
    assert_eq!(
        id("Phó Chủ tịch UBND tỉnh Sơn La"),
        id("Ủy ban nhân dân tỉnh Sơn La")
    );
    assert_eq!(
        id("UỶ BAN NHÂN DÂN TỈNH SƠN LA"),
        id("Ủy ban nhân dân tỉnh Sơn La")
    );
    assert_eq!(id("CATP Hải Phòng"), id("Công an thành phố Hải Phòng"));
    assert_eq!(id("cơ quan công an tỉnh Sơn La"), id("Công an tỉnh Sơn La"));
    assert_eq!(id("Tỉnh ủy họp"), None);
}

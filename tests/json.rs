//! The keys of a document's JSON and the types of their values, on one page that has all layers. A
//! key that is renamed, gained or lost shows here; what is found shows in `fixtures/`. A key without a
//! value is not listed.
//!
//! The keys stand in `data/json-keys.txt`; a test that fails prints the new ones.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

const PAGE: &str = "\
BỘ TƯ PHÁP
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 12/2025/TT-BTP
Hà Nội, ngày 20 tháng 6 năm 2025
THÔNG TƯ
Sửa đổi, bổ sung một số điều của Thông tư số 05/2020/TT-BTP về công chứng
Căn cứ Luật Công chứng số 46/2024/QH15 ngày 26 tháng 11 năm 2024;
Căn cứ Nghị định số 39/2022/NÐ-CP ngày 18/6/2022 của Chính phủ;
Bộ trưởng Bộ Tư pháp ban hành Thông tư.
Điều 1. Sửa đổi, bổ sung một số điều của Thông tư số 05/2020/TT-BTP
1. Sửa đổi khoản 2 Điều 6 như sau:
“2. Hồ sơ theo điểm a, b khoản 1 Điều 5 Thông tư này gửi trước 17 giờ ngày 15 hằng tháng.”
2. Bãi bỏ khoản 3, từ Điều 9 đến Điều 7.
Điều 2. Tổ chức thực hiện
Các đơn vị thực hiện 03 nhiệm vụ sau:
1. Giao Cục Bổ trợ tư pháp chủ trì, phối hợp với Sở Tư pháp tỉnh Sơn La, Cục Công nghệ thông tin (CNTT) báo cáo Thủ tướng Chính phủ trước ngày 30/9/2025:
a) Rà soát Quyết định nêu trên;
b) Vụ Tổ chức cán bộ báo cáo hằng quý.
2. Vụ Pháp chế theo dõi từ tháng 9 đến ngày 31/02/2026; công nghệ thông tin (CNTT).
Điều 3. Hiệu lực thi hành
Thông tư này có hiệu lực từ ngày 01/8/2025, trừ khoản 1 Điều 1 có hiệu lực từ ngày ký, và thay thế Thông tư số 05/2020/TT-BTP.
Nơi nhận:
- Như Điều 2;
- Lưu: VT.
KT. BỘ TRƯỞNG
THỨ TRƯỞNG
Trần Văn A
";

/// A news page has what an official one has not.
const NEWS: &str = "\
Quyết định số 1706/QĐ-TTg được ký ban hành
Sáng thứ Hai, 12/8, Thủ tướng ký Quyết định số 1706/QĐ-TTg; Thủ tướng yêu cầu Bộ Y tế chủ trì.
Ảnh: Lê Minh
Chia sẻ
";

/// Two documents in one file.
const FILE: &str = "\
BỘ TƯ PHÁP
Số: 12/QĐ-BTP
Hà Nội, ngày 20 tháng 6 năm 2025
QUYẾT ĐỊNH
Bãi bỏ một số quy định
Điều 1. Bãi bỏ Điều 5 Thông tư số 05/2020/TT-BTP, trừ khoản 2.
BỘ TRƯỞNG
Trần Văn A
BỘ TƯ PHÁP
Số: 13/QĐ-BTP
Hà Nội, ngày 21 tháng 6 năm 2025
QUYẾT ĐỊNH
Về tổ công tác
Điều 1. Lập tổ công tác.
";

fn collect_shape(path: &str, value: &Value, shape: &mut BTreeMap<String, BTreeSet<&str>>) {
    let kind = match value {
        Value::Null => return,
        Value::Bool(_) => "bool",
        Value::Number(_) => "number",
        Value::String(_) => "string",
        Value::Object(object) => {
            for (key, value) in object {
                collect_shape(&format!("{path}.{key}"), value, shape);
            }
            return;
        }
        Value::Array(values) => match values.as_slice() {
            [Value::Number(_), Value::Number(_)] => "span",
            _ => {
                for value in values {
                    collect_shape(&format!("{path}[]"), value, shape);
                }
                return;
            }
        },
    };
    shape.entry(path.to_owned()).or_default().insert(kind);
}

#[test]
fn the_keys_of_a_document() {
    let mut shape = BTreeMap::new();
    for page in [PAGE, NEWS, FILE] {
        let document = serde_json::to_value(vanban::extract(page)).expect("a document is JSON");
        collect_shape("", &document, &mut shape);
    }
    let lines: Vec<String> = shape
        .into_iter()
        .map(|(path, kinds)| {
            let kinds: Vec<&str> = kinds.into_iter().collect();
            format!("{} {}", path.trim_start_matches('.'), kinds.join("|"))
        })
        .collect();
    let lines = lines.join("\n") + "\n";
    let expected = include_str!("data/json-keys.txt");
    assert!(lines == expected, "the keys are now\n{lines}");
}

#[test]
fn one_find_as_json() {
    let document = vanban::extract("Nghị quyết số 52-NQ/TW");
    assert_eq!(
        serde_json::to_string(&document.numbers[0]).expect("a find is JSON"),
        r#"{"span":[20,28],"text":"52-NQ/TW","canonical":"52-NQ/TW","serial":"52","kind":"NQ","issuers":["TW"],"notation":"party"}"#
    );
}

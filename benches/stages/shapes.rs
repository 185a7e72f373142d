//! Texts that an attacker would try.

use std::collections::BTreeSet;
use std::path::Path;

/// Units that once took more than linear time when repeated, or might. `{i}` is the running number
/// of the copy; what stands before `{then}` is repeated over the first half of the text.
pub const SHAPES: &[&str] = &[
    "52-NQ/TW ",
    "52-NQ/TW\n",
    "15/2020/NĐ-CP ",
    "{i}/2020/NĐ-CP ",
    "TCVN 1234:2010 ",
    "1/1/2020 ",
    "ngày",
    "ngày 1/1/2020 ",
    "Ⅳ9",
    "(Nghị định số 1/2020/NĐ-CP ",
    "(a {then}) {then}Nghị định số 5/2020/NĐ-CP về phí, ",
    "theo 242/QĐ-TTg; ",
    ") ban hành Nghị quyết số 52-NQ/TW; ",
    "(sau đây viết tắt là Quyết định ",
    ") chủ trì, phối hợp với Bộ Y tế; ",
    "Quyết định số 5/QĐ-BTP, ",
    "thay mặt Bộ Y tế và Bộ Công an, ",
    "Luật Giá, khoản 2 Điều 5, ",
    "các Nghị định nêu trên và Nghị định 5 ",
    "(Luật Giá (số 16/2023/QH15) ",
    "Điều 1. Sửa đổi “khoản 2 Điều 5 Nghị định này ",
    "Chính phủ ban hành các Nghị định như ",
    "Nghị định số 15/2020/NĐ-CP về quản lý ngày 03/02/2020 ",
    "(Ban hành kèm theo Quyết định số 486/QĐ-BKHCN ngày 12 tháng 3 năm 2026 của Bộ trưởng Bộ Khoa học và Công nghệ): ",
    "thi hành kể từ\n",
    "A, ngày 1   (Bộ Y tế chủ trì, phối hợp với , Sở LĐTB&XH “",
    "b) Giao Bộ Xây dựng:",
    "Chiều 15/9, Thứ trưởng Bộ Y tế đã chủ trì cuộc họp với Vụ Pháp chế (PC) về quyết định ngày 30/7/2021, ",
    "hết hiệu lực (",
    "ngày có hiệu lực, ",
    "các đồng chí: ",
    "đảng bộ ",
    "sở\n",
    "sau: ",
    "LDN\n",
    "STT\tNhiệm vụ\tCơ quan chủ trì\tCơ quan phối hợp\tThời gian hoàn thành\tSản phẩm\n",
    "tại xã, theo ba bước: (i) nghe các bên; (ii) xem thực địa; (iii) lập biên bản. (",
    "14/2012/QH13\n",
    "Bộ Y tế chủ trì, phối hợp với ",
    "công nghệ thông tin (CNTT) ",
    "công nghệ thông tin {i} (CNTT{i}) ",
    "Nghị quyết số 52-NQ/TW ",
    "Nghị quyết số {i}-NQ/TW ",
    "các điểm từ a đến y khoản 1 đến 20 Điều 1 ",
    "trừ các điểm từ a đến y khoản 1 đến 20 Điều 1 có hiệu lực từ ngày 1/1/2026; ",
    "số 1/QĐ-BTP, 2/QĐ-BTP, ",
    "Nghị định số {i}/2020/NĐ-CP ngày 1/2/2020. {then}Nghị định này, Nghị định nêu trên, Nghị định {i}. ",
    "Luật Giá số {i}/2020/QH14. {then}khoản 2 Điều {i} của Luật Giá. ",
    "Luật Giá (sau đây gọi tắt là Luật G{i}). {then}khoản 2 Điều {i} của Luật G{i}. ",
    "Điều {i}. Tên\n1. Một.\na) Hai;\n{then}khoản 2 Điều {i} này. ",
    "Điều {i}. Tên\n1. Một.\na) Hai;\nb) Ba.\n",
    "Điều {i}. Sửa đổi khoản {i} Điều {i} như sau: “Điều {i}. Tên”\n",
    "“",
    "\"a ",
    "(",
    "(1) A: ",
    "[1] ",
    "[{i}] ",
    "** ",
    "*a",
    "_a",
    "[a](",
    "<a ",
    "`",
    "| a ",
    "| a |\n",
    "1. a\n",
    "{i}. a\n",
    "a) Bộ Y tế;\n",
    "1. Bộ Y tế:\na) Chủ trì việc;\n- Phối hợp:\n+ Việc.\n",
    "- ",
    "- a\n",
    "I. II. III. ",
    "như sau:\n",
    "Hồ sơ gồm:\n1- A;\n",
    "Điều 1. Điều 2.\n",
    "khoản 1 Điều 2 ",
    "khoản {i}, ",
    "Căn cứ Luật Giá; ",
    "bãi bỏ Nghị định số 1/2020/NĐ-CP, ",
    "bãi bỏ Nghị định số {i}/2020/NĐ-CP, ",
    "từ ngày 1 đến ngày 2 ",
    "Bộ trưởng Bộ Y tế Nguyễn Văn A ",
    "Thay thế cụm từ “a” bằng cụm từ “b” tại khoản 2 Điều 4, ",
    "Ký bởi: a\nCơ quan: b\nNgày ký: c\n",
    "CÔNG BÁO/Số 302/Ngày 20-5-2026 5\n",
    "Nơi nhận:\n- Như trên;\n- Lưu: VT.\n",
    "PHỤ LỤC I\nDANH MỤC\n",
    "BỘ Y TẾ\nSố: 5/QĐ-BYT\n",
    "QUYẾT ĐỊNH:\n",
    // A line of columns without end.
    "QUYẾT ĐỊNH  ",
    "KẾ HOẠCH  “",
    " 79FB; ",
    "\0 “\t 6FE5",
    "II\tHạ tầng\t\t ",
    "NGHĨA VIỆT NAM |: ",
    "và  “",
    "1  2  Số: ",
    "A, ngày 1  ",
    "Chương I\nQUY ĐỊNH\n",
    "Bộ ",
    "và ",
    "a",
    "Ủ",
    "U\u{309}\u{301}\u{323}",
    "\u{301}",
    "\u{ad}",
    "\u{200b}a",
    "\0",
    "\n",
    "\r",
    "\r\n",
    "\t",
    " ",
    "1",
    "1.",
    "/",
    "&amp;",
    "©¸",
];

/// The text that `shape` makes, of about `bytes`.
pub fn grown(shape: &str, bytes: usize) -> String {
    let mut text = String::with_capacity(bytes + shape.len());
    let parts: Vec<&str> = shape.split("{then}").collect();
    for (i, part) in parts.iter().enumerate() {
        let end = bytes * (i + 1) / parts.len();
        if part.contains("{i}") {
            for i in 1.. {
                if text.len() >= end {
                    break;
                }
                text.push_str(&part.replace("{i}", &i.to_string()));
            }
        } else {
            text.push_str(&part.repeat((end.saturating_sub(text.len())).div_ceil(part.len())));
        }
    }
    text
}

/// The cells of the tables and the lines of the fixtures, each once.
pub fn pieces() -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut pieces = BTreeSet::new();
    for (folder, extension) in [("src/tables", "tsv"), ("fixtures", "txt")] {
        for entry in std::fs::read_dir(root.join(folder)).expect("a folder of the project") {
            let path = entry.expect("a folder entry").path();
            if path.extension().is_none_or(|found| found != extension) {
                continue;
            }
            let text = std::fs::read_to_string(&path).expect("a text");
            for line in text.lines() {
                if extension == "txt" {
                    pieces.insert(line.to_owned());
                } else if !line.starts_with('#') {
                    let cells = line.split(['\t', ';', ',']).map(str::trim);
                    pieces.extend(cells.map(str::to_owned));
                }
            }
        }
    }
    pieces.retain(|piece| piece.len() < 600 && !piece.is_empty());
    pieces.into_iter().collect()
}

/// What the random strings are where nobody asks for others.
pub const SEED: u64 = 0x5eed;

/// Every piece by itself, with one of the ends that a line may have, then `random` strings of pieces.
pub fn mutants(random: usize, seed: u64) -> Vec<String> {
    let pieces = pieces();
    let ends = [" ", "\n", "; ", ", ", "", ": ", " (", "\n- ", "\n1. ", " “"];
    let mut dice = Dice(seed.max(1));
    let mut all: Vec<String> = pieces
        .iter()
        .map(|piece| format!("{piece}{}", dice.pick(&ends)))
        .collect();
    for _ in 0..random {
        let mut unit = String::new();
        for _ in 0..1 + dice.below(4) {
            let from_shapes = dice.below(3) == 0;
            let piece = match from_shapes {
                true => (*dice.pick(SHAPES)).split('{').next().unwrap_or_default(),
                false => dice.pick(&pieces).as_str(),
            };
            // Now and then a part of one: what was cut is what nobody thought of.
            let words: Vec<&str> = piece.split_inclusive(' ').collect();
            let cut = match (dice.below(3), words.len()) {
                (0, 2..) => dice.below(words.len()),
                _ => 0,
            };
            words[cut..].iter().for_each(|word| unit.push_str(word));
            unit += *dice.pick(&ends);
        }
        if !unit.is_empty() {
            all.push(unit);
        }
    }
    all
}

/// Numbers that look random and are the same in every run.
pub struct Dice(pub u64);

impl Dice {
    pub fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % limit as u64) as usize
    }

    pub fn pick<'s, T>(&mut self, from: &'s [T]) -> &'s T {
        &from[self.below(from.len())]
    }
}

//! Numbers of the courts: `205/2023/HS-PT`, `07/2021/QĐST-HNGĐ`, `27/2017/TLPT-HS`, and of the protests of
//! the procuracies: `15/2023/KN-DS`.
//!
//! The symbol says the field of law and the stage of the case; which court it was is not in it.

use super::words::{COURT_AREAS, COURT_STAGES};

/// The code of precedents (*án lệ*).
pub(super) const PRECEDENT: &str = "AL";

/// A kind and a body in one, used by the Supreme Court.
pub(super) const COURT_DECISION: &str = "QĐTA";

/// The kind of paper that a symbol of these groups is on, and how many of the groups say so.
pub(super) fn kind<'c>(first: &'c str, second: &str, third: &str) -> Option<(&'c str, usize)> {
    let area = |code: &str| COURT_AREAS.contains(&code);
    let stage = |code: &str| COURT_STAGES.contains(&code);
    // Cassation and reopening end in decisions, everything else in judgments (*bản án*).
    let ruling = |stage: &str| match stage {
        "GĐT" | "TT" => "QĐ",
        _ => "BA",
    };
    if area(first) && stage(second) {
        return Some((ruling(second), 2));
    }
    if first == "HN" && second == "GĐ" && stage(third) {
        return Some((ruling(third), 3));
    }
    if is_paper(first) && (area(second) || second.is_empty()) {
        let kind = if first.starts_with("TL") { "TL" } else { first };
        return Some((kind, if second.is_empty() { 1 } else { 2 }));
    }
    // A protest (*kháng nghị*) says the field of law, and not who protests.
    if first == "KN" && area(second) {
        return Some((first, 2));
    }
    if first.strip_prefix("QĐ").is_some_and(area) && stage(second) {
        return Some(("QĐ", 2));
    }
    let fused = |stage: &&&str| first.strip_suffix(**stage).is_some_and(area);
    COURT_STAGES
        .iter()
        .find(fused)
        .map(|stage| (ruling(stage), 1))
}

/// Whether a symbol of the courts begins with `code`.
pub(super) fn opens(code: &str) -> bool {
    let area = |code: &str| COURT_AREAS.contains(&code);
    let fused = |stage: &&str| code.strip_suffix(*stage).is_some_and(area);
    area(code) || is_paper(code) || COURT_STAGES.iter().any(fused)
}

/// Whether `code` is a paper and the stage of the case in one: `QĐST`, `TLPT`, `QĐXXST`.
pub(super) fn is_paper(code: &str) -> bool {
    ["QĐ", "TL", "TB"]
        .iter()
        .filter_map(|paper| code.strip_prefix(paper))
        .any(|stage| stage.ends_with("ST") || stage.ends_with("PT") || stage.ends_with("GĐT"))
}

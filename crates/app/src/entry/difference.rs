//! How one text became another, in runs that a person reads.

use crate::wire::entry::{BoxChange, ChangePiece, PieceKind};
use dissimilar::Chunk;

/// Texts of which more differs are shown as a whole before and a whole after: comparing them takes long, and says little.
const COMPARED_MAX: usize = 4_000;

/// The change of a box; `None` where it is as it was.
pub(super) fn change(label: &str, before: &str, after: &str) -> Option<BoxChange> {
    (before != after).then(|| BoxChange { label: label.to_owned(), pieces: pieces(before, after) })
}

fn pieces(before: &str, after: &str) -> Vec<ChangePiece> {
    let piece = |kind, text: &str| ChangePiece { kind, text: text.to_owned() };
    let (head, tail) = (common_head(before, after), common_tail(before, after));
    let differing = |text: &str| text.len().saturating_sub(head + tail);
    let pieces = if differing(before).min(differing(after)) > COMPARED_MAX {
        vec![piece(PieceKind::Deleted, before), piece(PieceKind::Inserted, after)]
    } else {
        let runs = dissimilar::diff(before, after).into_iter();
        runs.map(|run| match run {
            Chunk::Equal(text) => piece(PieceKind::Kept, text),
            Chunk::Delete(text) => piece(PieceKind::Deleted, text),
            Chunk::Insert(text) => piece(PieceKind::Inserted, text),
        })
        .collect()
    };
    pieces.into_iter().filter(|piece: &ChangePiece| !piece.text.is_empty()).collect()
}

/// Bytes at the beginning that both have.
fn common_head(one: &str, other: &str) -> usize {
    one.bytes().zip(other.bytes()).take_while(|(one, other)| one == other).count()
}

/// Bytes at the end that both have.
fn common_tail(one: &str, other: &str) -> usize {
    one.bytes().rev().zip(other.bytes().rev()).take_while(|(one, other)| one == other).count()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]

    use super::*;

    /// `-` before what went, `+` before what came, `=` before what stayed.
    fn shown(before: &str, after: &str) -> String {
        let mark = |kind| match kind {
            PieceKind::Kept => "=",
            PieceKind::Deleted => "-",
            PieceKind::Inserted => "+",
        };
        let pieces = change("进展", before, after).unwrap().pieces;
        pieces.iter().map(|piece| format!("{}{}", mark(piece.kind), piece.text)).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn what_changed_is_told_in_runs() {
        assert_eq!(shown("演出12场", "演出13场"), "=演出1 -2 +3 =场");
        assert_eq!(shown("", "一"), "+一");
        assert_eq!(shown("一", ""), "-一");
        assert_eq!(shown("完成招标", "已完成招标工作"), "+已 =完成招标 +工作");
        assert_eq!(change("进展", "同", "同"), None);
    }

    #[test]
    fn the_pieces_are_both_texts_whatever_their_length() {
        let long = |word: &str| word.repeat(3_000);
        for (before, after) in [
            ("甲乙丙丁".to_owned(), "丁丙乙甲".to_owned()),
            ("𠮷野家".to_owned(), "\u{5409}野家".to_owned()),
            (long("推进完成"), long("开展建设")),
            (long("推进"), format!("{}甲", long("推进"))),
        ] {
            let pieces = change("进展", &before, &after).unwrap().pieces;
            let of = |left_out: PieceKind| -> String {
                pieces
                    .iter()
                    .filter(|piece| piece.kind != left_out)
                    .map(|piece| piece.text.as_str())
                    .collect()
            };
            assert!(of(PieceKind::Inserted) == before && of(PieceKind::Deleted) == after);
        }
    }
}

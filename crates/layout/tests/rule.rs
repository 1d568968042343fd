//! A rule across the type area: where it stands, that it takes no room, that it stays with what it is kept with.

#![allow(clippy::unwrap_used, reason = "a test")]

mod fixed;

use fixed::{PITCH, SIZE, lay_out, sheet, text};
use layout::Length;
use layout::block::Block;
use layout::page::{Artifact, Belongs, Document, Mark, Rule, Stroke};

fn rules(document: &Document) -> Vec<(u32, Rule)> {
    let placed = document.pages.iter().flat_map(|page| page.placed.iter().map(move |one| (page.number, one)));
    placed
        .filter_map(|(page, placed)| match placed.mark {
            Mark::Rule(rule) => {
                assert_eq!(placed.belongs, Belongs::Artifact(Artifact::Layout));
                Some((page, rule))
            }
            _ => None,
        })
        .collect()
}

fn line(characters: &str) -> Block {
    Block::Paragraph(text(characters, 1))
}

#[test]
fn a_rule_runs_across_between_two_lines_and_takes_no_room() {
    let stroke = Stroke { dashed: true, ..Stroke::solid(Length(500)) };
    let document = lay_out(sheet(10, 5), vec![line("上"), Block::Rule(stroke), line("下")]);
    let (left, y) = (Length(20_000), Length(20_000) + PITCH);
    let expected = Rule { x1: left, y1: y, x2: left + SIZE * 10, y2: y, stroke };
    assert_eq!(rules(&document), [(1, expected)]);
    let without = lay_out(sheet(10, 5), vec![line("上"), line("下")]);
    assert_eq!(fixed::lines(&document), fixed::lines(&without));
    let baselines = |document: &Document| {
        let runs = fixed::runs(&document.pages[0]).map(|(_, run)| run.baseline);
        runs.collect::<Vec<_>>()
    };
    assert_eq!(baselines(&document), baselines(&without));
}

#[test]
fn a_rule_goes_with_what_is_kept_together_and_none_is_drawn_without_width() {
    let kept = |stroke| {
        let mut blocks: Vec<Block> = (0..4).map(|_| line("上")).collect();
        blocks.push(Block::Together(vec![Block::Rule(stroke), line("下"), line("下")]));
        rules(&lay_out(sheet(10, 5), blocks))
    };
    let pages: Vec<_> = kept(Stroke::solid(Length(500))).into_iter().map(|(page, _)| page).collect();
    assert_eq!(pages, [2]);
    assert_eq!(kept(Stroke::NONE), []);
}

//! Links lead from a stretch of a line to a place; a link that leads nowhere is refused before any page.

mod fixed;

use fixed::{HALF, LOOK, PITCH, SIZE, cell, column, lay_out, manuscript, sheet, text};
use layout::block::{AnchorId, Block, Paragraph, ParagraphStyle, Span};
use layout::error::LayoutError;
use layout::font::FontRole;
use layout::page::{Belongs, NodeId, PlacedLink, Role};
use layout::table::{Band, Cell, ColumnPart, Group, Row, Table};
use layout::{Length, page_as_lines, tree_as_lines};

fn span(text: &str) -> Span {
    Span::new(text, FontRole::Song, SIZE)
}

fn paragraph(spans: Vec<Span>) -> Paragraph {
    Paragraph { spans, ..Paragraph::new("", FontRole::Song, SIZE, ParagraphStyle::cell(PITCH)) }
}

fn places(links: &[PlacedLink]) -> Vec<(u32, i32, i32, i32, &str)> {
    let place = |link: &PlacedLink| (link.to.0, link.rect.x.0, link.rect.width.0, link.rect.y.0);
    links
        .iter()
        .map(|link| (place(link), link.text.as_str()))
        .map(|((a, b, c, d), e)| (a, b, c, d, e))
        .collect()
}

#[test]
fn a_link_has_a_rectangle_for_each_line_and_its_own_node() {
    let to = AnchorId(7);
    let spans = vec![
        span("一二三"),
        span("四\u{2060}五").linked(to),
        Span { role: FontRole::Hei, ..span("六七八").linked(to) },
        span("九十"),
    ];
    let target = Block::Paragraph(text("目录", 9).anchored(to));
    let document =
        lay_out(sheet(6, 3), vec![Block::Paragraph(paragraph(spans)), Block::Space(PITCH), target]);
    let left = 20_000;
    let (size, pitch) = (SIZE.0, PITCH.0);
    // The first line's three characters in two faces are one rectangle; both lines say the whole text.
    let expected =
        [(7, left + 3 * size, 3 * size, 20_000 + 2_000), (7, left, 2 * size, 20_000 + pitch + 2_000)];
    let found = places(&document.pages[0].links);
    assert_eq!(found, expected.map(|(a, b, c, d)| (a, b, c, d, "四五六七八")));
    let tree = tree_as_lines(&document);
    assert_eq!(
        tree,
        "n0 Document\n  n1 Section\n    n2 Paragraph\n      n3 Link\n    n4 Paragraph s9\nanchor a7 page 1 y 20\n"
    );
    let belonging: Vec<Belongs> = document.pages[0].placed.iter().map(|placed| placed.belongs).collect();
    let node = |number| Belongs::Node(NodeId(number));
    assert_eq!(belonging, [node(2), node(3), node(3), node(3), node(2)]);
    assert!(page_as_lines(&document.pages[0]).ends_with("n3 link 20 36 20x10 to a7 \"四五六七八\"\n"));
}

#[test]
fn neighbours_that_lead_elsewhere_are_links_of_their_own() {
    let spans = vec![span("甲").linked(AnchorId(1)), span("乙").linked(AnchorId(2)), span("丙")];
    let targets = [1, 2].map(|anchor| Block::Paragraph(text("丁", anchor).anchored(AnchorId(anchor))));
    let blocks = std::iter::once(Block::Paragraph(paragraph(spans))).chain(targets).collect();
    let document = lay_out(sheet(6, 6), blocks);
    let found: Vec<(u32, &str)> =
        document.pages[0].links.iter().map(|link| (link.to.0, link.text.as_str())).collect();
    assert_eq!(found, [(1, "甲"), (2, "乙")]);
    assert_eq!(document.tree.iter().filter(|node| node.role == Role::Link).count(), 2);
    let heights: Vec<Length> = document.anchors.values().map(|place| place.y).collect();
    assert_eq!(heights, [1, 2].map(|line| Length(20_000) + PITCH * line));
}

/// A title of two columns beside bands that reach over three pages.
fn table(title: Paragraph, linked: Paragraph) -> Table {
    let lines = (0..7).map(|at| Band { cells: vec![cell("行", at)], ..Band::default() });
    let last = Band { cells: vec![Cell::new(vec![linked])], ..Band::default() };
    let row =
        Row { cells: vec![Cell::new(vec![title])], bands: lines.chain([last]).collect(), ..Row::default() };
    Table {
        columns: vec![column("题", 4, ColumnPart::Row), column("文", 4, ColumnPart::Flow)],
        head: true,
        groups: vec![Group { cells: Vec::new(), rows: vec![row] }],
        look: LOOK,
        source: None,
    }
}

#[test]
fn what_is_printed_again_has_neither_link_nor_anchor() {
    let title = paragraph(vec![span("题目").linked(AnchorId(2))]).anchored(AnchorId(1));
    let linked = paragraph(vec![span("回题目").linked(AnchorId(1))]).anchored(AnchorId(2));
    let document = lay_out(sheet(9, 5), vec![Block::Table(table(title, linked))]);
    assert!(document.pages.len() > 1);
    let links: Vec<usize> = document.pages.iter().map(|page| page.links.len()).collect();
    assert_eq!((links[0], links[links.len() - 1], links.iter().sum::<usize>()), (1, 1, 2));
    let pages: Vec<u32> = document.anchors.values().map(|place| place.page).collect();
    assert_eq!(pages, [0, document.pages.len() as u32 - 1]);
}

#[test]
fn a_link_to_nowhere_and_an_anchor_twice_are_refused() {
    let lay_out = |blocks| layout::document(&manuscript(sheet(9, 9), blocks), &HALF).map(|_| ());
    let target = |anchor| Block::Paragraph(text("目录", 9).anchored(AnchorId(anchor)));
    let link = |to| paragraph(vec![span("见"), span("佐证").linked(AnchorId(to))]);
    // The control.
    assert_eq!(lay_out(vec![target(1), Block::Paragraph(link(1))]), Ok(()));
    let refused = lay_out(vec![target(1), Block::Table(table(link(5), text("文", 1)))]);
    let Err(LayoutError::UnknownAnchor { anchor, place }) = refused else { panic!("{refused:?}") };
    assert_eq!((anchor, place.text.as_str()), (AnchorId(5), "见佐证"));
    let twice = lay_out(vec![target(1), Block::Together(vec![target(1)])]);
    assert_eq!(twice, Err(LayoutError::AnchorTwice { anchor: AnchorId(1) }));
}

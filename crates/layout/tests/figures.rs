//! Pictures: as large as their frame allows, never parted from their captions, in rows that go over pages.

mod fixed;

use fixed::{HALF, LOOK, PITCH, SIZE, cell, column, content, lay_out, manuscript, sheet, text};
use layout::block::{AnchorId, Block, SourceId};
use layout::error::LayoutError;
use layout::figure::{Extent, Figure, Figures, FileId, ForeignPage, ImageId, Pixels};
use layout::page::{Belongs, Document, Mark, Page, PlacedImage, Rect, Role, Stroke};
use layout::table::{Band, Cell, ColumnPart, Group, Row, Table};
use layout::{Length, page_as_lines, tree_as_lines};

fn figure(number: u32, width: u32, height: u32) -> Figure {
    Figure {
        image: ImageId(number),
        pixels: Pixels { width, height },
        alternative: format!("图{number}"),
        caption: vec![text(&format!("图{number}说明"), 100 + number)],
        source: Some(SourceId(number)),
        anchor: None,
    }
}

/// In type areas of 20 characters: two columns of nine.
fn figures(figures: Vec<Figure>) -> Figures {
    Figures {
        columns: 2,
        frame: Extent { width: SIZE * 8, height: SIZE * 6 },
        gap_x: SIZE * 2,
        gap_y: PITCH,
        row_height_min: Length::ZERO,
        border: Stroke::NONE,
        figures,
    }
}

fn images(page: &Page) -> Vec<&PlacedImage> {
    let mut images = Vec::new();
    for placed in &page.placed {
        if let Mark::Image(image) = &placed.mark {
            images.push(image);
        }
    }
    images
}

fn rect(x: i32, y: i32, width: i32, height: i32) -> Rect {
    Rect { x: Length(x), y: Length(y), width: Length(width), height: Length(height) }
}

#[test]
fn pictures_fill_their_frames_and_stand_on_one_foot() {
    let all = vec![figure(1, 4000, 3000), figure(2, 3000, 4000), figure(3, 40, 20)];
    let document = lay_out(sheet(20, 20), vec![Block::Figures(figures(all))]);
    let places: Vec<Rect> = images(&document.pages[0]).iter().map(|image| image.rect).collect();
    let (left, top) = (20_000, 20_000);
    let second_row = top + 60_000 + 14_000 + 14_000;
    let expected = [
        // In the middle of a column of 90 pt.
        rect(left + 5_000, top, 80_000, 60_000),
        rect(left + 110_000 + 22_500, top, 45_000, 60_000),
        // A pixel is at most a point.
        rect(left + 25_000, second_row, 40_000, 20_000),
    ];
    assert_eq!(places, expected);
    let mut upright = vec![figure(1, 4000, 1000), figure(2, 3000, 4000)];
    upright[0].anchor = Some(AnchorId(4));
    let document = lay_out(sheet(20, 20), vec![Block::Figures(figures(upright))]);
    let feet: Vec<Length> = images(&document.pages[0]).iter().map(|image| image.rect.bottom()).collect();
    assert_eq!(feet, [Length(80_000); 2]);
    // The lower picture's own top.
    assert_eq!(document.anchors[&AnchorId(4)].y, Length(60_000));
}

#[test]
fn a_picture_and_its_caption_are_read_one_after_the_other() {
    let bordered = Figures {
        border: Stroke::solid(Length(250)),
        ..figures(vec![figure(1, 4000, 3000), figure(2, 3000, 4000)])
    };
    let document = lay_out(sheet(20, 20), vec![Block::Figures(bordered)]);
    let tree = "n0 Document\n  n1 Section\n    n2 Figure s1\n    n3 Paragraph s101\n    n4 Figure s2\n    n5 Paragraph s102\n";
    assert_eq!(tree_as_lines(&document), tree);
    let lines = page_as_lines(&document.pages[0]);
    let first = "page 1 240x320\nn2 s1 image 25 20 80x60 i1 \"图1\"\nn4 s2 image 152.5 20 45x60 i2 \"图2\"\nlayout rule 25 20 - 105 20 0.25\n";
    assert!(lines.starts_with(first), "{lines}");
}

/// Each picture's page and that of its caption.
fn pages_of(document: &Document) -> Vec<(u32, u32)> {
    let of_caption = |number: u32| {
        document.pages.iter().find(|page| !content(&[(*page).clone()], 100 + number).is_empty())
    };
    let of = |page: &Page, image: &PlacedImage| {
        (page.index, of_caption(image.image.0).map_or(u32::MAX, |page| page.index))
    };
    document
        .pages
        .iter()
        .flat_map(|page| images(page).into_iter().map(move |image| of(page, image)))
        .collect()
}

#[test]
fn a_picture_never_parts_from_its_caption() {
    for lines in 6..30 {
        let all =
            (1..=9).map(|number| figure(number, 400 * (1 + number % 3), 300 * (1 + number % 4))).collect();
        let blocks = vec![Block::Paragraph(text("标题", 9)), Block::Figures(figures(all))];
        let document = lay_out(sheet(20, lines), blocks);
        let pages = pages_of(&document);
        assert_eq!(pages.len(), 9);
        assert!(pages.iter().all(|(picture, caption)| picture == caption), "{lines} lines: {pages:?}");
        for page in &document.pages {
            let foot = page.height - Length(20_000);
            assert!(images(page).iter().all(|image| image.rect.bottom() + PITCH <= foot), "{lines} lines");
        }
    }
}

#[test]
fn a_heading_stays_with_the_first_row() {
    let mut heading = text("照片", 9);
    heading.style.keep_with_next = true;
    let filler = Block::Space(PITCH * 6);
    let blocks = vec![filler, Block::Paragraph(heading), Block::Figures(figures(vec![figure(1, 800, 600)]))];
    let document = lay_out(sheet(20, 11), blocks.clone());
    assert_eq!((document.pages.len(), content(&document.pages[..1], 9).as_str()), (2, ""));
    // The control: with one line more both fit.
    assert_eq!(lay_out(sheet(20, 13), blocks).pages.len(), 1);
}

#[test]
fn rows_of_one_height_fill_the_page() {
    let all = (1..=5).map(|number| figure(number, 400, 50)).collect();
    let grid = Figures { columns: 1, gap_y: Length::ZERO, row_height_min: PITCH * 5, ..figures(all) };
    let document = lay_out(sheet(20, 10), vec![Block::Figures(grid)]);
    let counts: Vec<usize> = document.pages.iter().map(|page| images(page).len()).collect();
    assert_eq!(counts, [2, 2, 1]);
}

#[test]
fn pictures_stand_in_cells_and_are_parted_between_rows() {
    let all = (1..=4).map(|number| figure(number, 4000, 3000)).collect();
    let with = Cell { figures: Some(Figures { columns: 1, ..figures(all) }), ..cell("佐证", 50) };
    let row = Row {
        cells: vec![cell("题目", 1)],
        bands: vec![Band { cells: vec![with], splits: true, ..Band::default() }],
        ..Row::default()
    };
    let table = Table {
        columns: vec![column("题", 4, ColumnPart::Row), column("文", 10, ColumnPart::Flow)],
        head: false,
        groups: vec![Group { cells: Vec::new(), rows: vec![row] }],
        look: LOOK,
        source: None,
    };
    let document = lay_out(sheet(20, 15), vec![Block::Table(table)]);
    let pages = pages_of(&document);
    assert_eq!(pages, [(0, 0), (0, 0), (1, 1), (1, 1)]);
    let parents: Vec<Role> = document
        .tree
        .iter()
        .filter(|node| node.role == Role::Figure)
        .filter_map(|node| Some(document.tree[node.parent?.0 as usize].role))
        .collect();
    assert_eq!(parents, [Role::Cell { rows: 1, columns: 1 }; 4]);
}

#[test]
fn a_caption_higher_than_the_page_is_refused() {
    let mut tall = figure(1, 400, 300);
    tall.caption = (0..9).map(|_| text("说明", 3)).collect();
    let lay_out = |lines| {
        let blocks = vec![Block::Figures(figures(vec![tall.clone()]))];
        layout::document(&manuscript(sheet(20, lines), blocks), &HALF).map(|document| document.pages.len())
    };
    // The control: one line is left for the picture.
    assert_eq!(lay_out(10), Ok(1));
    assert!(matches!(lay_out(9), Err(LayoutError::NoRoom { place }) if place.text == "图1"));
}

#[test]
fn a_page_of_another_file_has_a_page_of_its_own_under_its_code() {
    let foreign = |page, width: i32, height: i32| {
        Block::Foreign(ForeignPage {
            file: FileId(3),
            page,
            extent: Extent { width: Length(width), height: Length(height) },
            head: vec![text("1-2-3", 60).anchored(AnchorId(page))],
            alternative: "合同".to_owned(),
            source: Some(SourceId(8)),
        })
    };
    let before = Block::Paragraph(text("前", 1));
    let after = Block::Paragraph(text("后", 2));
    let blocks = vec![before, foreign(0, 400_000, 400_000), foreign(1, 100_000, 20_000), after];
    let document = lay_out(sheet(20, 20), blocks);
    let places: Vec<Rect> = document
        .pages
        .iter()
        .flat_map(|page| &page.placed)
        .filter_map(|placed| match (&placed.mark, placed.belongs) {
            (Mark::Foreign(foreign), Belongs::Node(node)) => {
                assert_eq!(document.tree[node.0 as usize].role, Role::Figure);
                Some(foreign.rect)
            }
            _ => None,
        })
        .collect();
    // Reduced to the width, and as large as it is.
    assert_eq!(places, [rect(20_000, 34_000, 200_000, 200_000), rect(70_000, 34_000, 100_000, 20_000)]);
    assert_eq!(document.pages.len(), 4);
    assert_eq!(document.anchors[&AnchorId(1)].page, 2);
    assert_eq!(content(&document.pages[3..], 2), "后");
}

//! The layout's input: sections of blocks (paragraphs, tables, pictures, spaces) in reading order.
//!
//! Nothing here knows a page: where things land is decided by the flow. The sheet of a section is in `sheet`,
//! tables are in `table`, pictures in `figure`. Text is print text: see `punctuation::full_width` for the source text's marks.

use crate::Length;
use crate::figure::{Figures, ForeignPage};
use crate::font::FontRole;
use crate::page::{Stroke, Tint};
use crate::sheet::Sheet;
use crate::table::Table;
use crate::walk::{self, Visitor};

/// A whole document to lay out.
#[derive(Clone, Debug, PartialEq)]
pub struct Manuscript {
    /// In order; each begins on a new page. Page numbers run on unless a section says otherwise.
    pub sections: Vec<Section>,
}

impl Manuscript {
    /// How many entries its outline has.
    #[must_use]
    pub fn outlined(&self) -> usize {
        struct Outlined(usize);
        impl Visitor<'_> for Outlined {
            fn paragraph(&mut self, paragraph: &Paragraph) {
                self.0 += usize::from(paragraph.outline.is_some());
            }
        }
        let mut outlined = Outlined(0);
        self.sections.iter().for_each(|section| walk::blocks(&section.blocks, &mut outlined));
        outlined.0
    }
}

/// Blocks that share one sheet.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// Paper, margins, header, footer and page number of every page of the section.
    pub sheet: Sheet,
    /// The number of its first page; `None` continues the section before (1 for the first).
    pub first_number: Option<u32>,
    /// In reading order.
    pub blocks: Vec<Block>,
}

/// One thing in the flow of a section.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// Running text.
    Paragraph(Paragraph),
    /// A table; it may flow over pages.
    Table(Table),
    /// A table with what closes it (a legend, signatures): that stands on one page with the table's end, never on one
    /// alone.
    Closed {
        /// The table.
        table: Table,
        /// So many of its last rows (of its last group) stand whole on that page; 0: the end of the last one is enough.
        rows_kept: usize,
        /// What stands below it.
        closing: Vec<Block>,
    },
    /// What follows begins on a new page; no second break at the top of a page that is still empty.
    PageBreak,
    /// Empty room; dropped at the top of a page that does not begin a section.
    Space(Length),
    /// A line over the width of the type area (where a form is cut, under room left to write); it takes no room.
    Rule(Stroke),
    /// Kept on one page if it fits on one.
    Together(Vec<Block>),
    /// Pictures with captions; they may flow over pages.
    Figures(Figures),
    /// A page of an attached file, on a page of its own.
    Foreign(ForeignPage),
}

/// The caller's number for what a text was printed from; the layout only carries it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourceId(pub u32);

/// The caller's number for a place that links lead to; one place has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AnchorId(pub u32);

/// A paragraph; its text is the spans one after another.
#[derive(Clone, Debug, PartialEq)]
pub struct Paragraph {
    /// Pieces of equal type. A line feed is a forced line break.
    pub spans: Vec<Span>,
    /// Measures and breaking.
    pub style: ParagraphStyle,
    /// What it is, for the structure tree.
    pub role: ParagraphRole,
    /// What it was printed from.
    pub source: Option<SourceId>,
    /// An entry of the outline (bookmarks) that leads here.
    pub outline: Option<OutlineLabel>,
    /// Links to this lead to its first line; where it is printed again they lead to the first printing.
    pub anchor: Option<AnchorId>,
}

impl Paragraph {
    /// A body paragraph in one typeface.
    #[must_use]
    pub fn new(text: impl Into<String>, role: FontRole, size: Length, style: ParagraphStyle) -> Self {
        Self {
            spans: vec![Span::new(text, role, size)],
            style,
            role: ParagraphRole::Body,
            source: None,
            outline: None,
            anchor: None,
        }
    }

    /// The same with a source.
    #[must_use]
    pub fn from_source(mut self, source: SourceId) -> Self {
        self.source = Some(source);
        self
    }

    /// The same with an anchor.
    #[must_use]
    pub fn anchored(mut self, anchor: AnchorId) -> Self {
        self.anchor = Some(anchor);
        self
    }

    /// The whole text.
    #[must_use]
    pub fn text(&self) -> String {
        self.spans.iter().map(|span| span.text.as_str()).collect()
    }
}

/// What a paragraph is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParagraphRole {
    /// The document's title.
    Title,
    /// A heading of level 1 to 6.
    Heading(u8),
    /// Everything else.
    Body,
}

/// One entry of the outline, before its page is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutlineLabel {
    /// 1 is the top level; a level may be at most one deeper than the entry before.
    pub level: u8,
    /// As the reader sees it.
    pub title: String,
}

/// Characters in one typeface and size.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// Print text.
    pub text: String,
    /// The typeface's role.
    pub role: FontRole,
    /// Size of type.
    pub size: Length,
    /// Added after every character; negative sets tighter (28 x 16 pt in 156 mm: -0.207 pt).
    pub tracking: Length,
    /// Colour of the text.
    pub tint: Tint,
    /// Where the text leads; neighbours that lead to one place are one link. In running lines and on what is printed again
    /// it leads nowhere.
    pub link: Option<AnchorId>,
}

impl Span {
    /// Black and without tracking.
    #[must_use]
    pub fn new(text: impl Into<String>, role: FontRole, size: Length) -> Self {
        Self { text: text.into(), role, size, tracking: Length::ZERO, tint: Tint::BLACK, link: None }
    }

    /// The same leading to an anchor.
    #[must_use]
    pub fn linked(mut self, to: AnchorId) -> Self {
        self.link = Some(to);
        self
    }
}

/// How lines stand between the edges.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Alignment {
    /// Both edges; the last line stands left.
    #[default]
    Justified,
    /// Left edge.
    Left,
    /// Middle.
    Center,
    /// Right edge.
    Right,
}

/// Measures and breaking of a paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ParagraphStyle {
    /// Between which edges the lines stand.
    pub alignment: Alignment,
    /// Indent of the first line (two characters in running text, none in cells); negative hangs.
    pub indent_first: Length,
    /// Indent of every line at the left.
    pub indent_left: Length,
    /// Indent of every line at the right.
    pub indent_right: Length,
    /// Fixed distance from line to line; the height of a paragraph is lines x pitch.
    pub line_pitch: Length,
    /// Room above; dropped at the top of a page.
    pub space_before: Length,
    /// Room below; dropped at the foot of a page.
    pub space_after: Length,
    /// Stands on the page where what follows begins.
    pub keep_with_next: bool,
    /// May break over a page between lines. If not, it only breaks when it alone is taller than a page.
    pub splits: bool,
    /// Room between Han and Latin characters in 1/1000 em, at most 125 in cells.
    pub gap_han_latin: u16,
}

impl ParagraphStyle {
    /// Text in a table cell: no indent, justified, unbroken, 1/8 em between Han and Latin.
    #[must_use]
    pub const fn cell(line_pitch: Length) -> Self {
        Self {
            alignment: Alignment::Justified,
            indent_first: Length::ZERO,
            indent_left: Length::ZERO,
            indent_right: Length::ZERO,
            line_pitch,
            space_before: Length::ZERO,
            space_after: Length::ZERO,
            keep_with_next: false,
            splits: false,
            gap_han_latin: 125,
        }
    }

    /// Running text: the first line is indented by two characters, it breaks over pages. `character` is the room of one,
    /// tracking included (with less, the first line of tracked text holds one character less).
    #[must_use]
    pub const fn body(character: Length, line_pitch: Length) -> Self {
        Self { indent_first: Length(character.0 * 2), splits: true, ..Self::cell(line_pitch) }
    }

    /// The same with another alignment.
    #[must_use]
    pub const fn aligned(mut self, alignment: Alignment) -> Self {
        self.alignment = alignment;
        self
    }
}

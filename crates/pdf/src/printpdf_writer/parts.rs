//! Pages as the layout hands them out, drawn in parts on other threads and written in their order.
//!
//! Of a document only a few parts are held at a time. Which thread draws what, and how many there are, changes no byte.

use std::collections::VecDeque;
use std::io::Write;
use std::ops::ControlFlow;
use std::thread::{self, Scope, ScopedJoinHandle};

use flate2::Compression;
use flate2::write::ZlibEncoder;
use layout::block::AnchorId;
use layout::page::{AnchorPlace, Mark, Node, NodeId, OutlineEntry, Page, Placed, Sink};
use lopdf::{Dictionary, Object, Stream};

use super::{hand_over, serialise};
use crate::draw::{self, DrawnPage};
use crate::figure::DrawnLink;
use crate::finish::{Beside, FileInMaking, FinishedPage};
use crate::font::{Encodings, FontLibrary, Usage};
use crate::{PdfError, Supply};

/// Pages that go through the back end together: some ten megabytes. With each part its fonts are prepared once more.
const PART_PAGES: usize = 128;

/// What stands for a face's outlines while the pages pass through: only the specimen's fonts stay in the file. The glyph
/// numbers of a subset are its codes whatever its format, so nothing has to be read from the outlines.
const NO_OUTLINES: [u8; 1] = [0];

/// Half the time of the best compression for a tenth more bytes.
const QUICKLY: Compression = Compression::new(4);

type Drawn = Result<Vec<FinishedPage>, PdfError>;

/// Takes pages and writes them.
pub(super) struct Parts<'scope, 'env> {
    scope: &'scope Scope<'scope, 'env>,
    fonts: &'env FontLibrary,
    file: FileInMaking<'env>,
    usage: Usage<'env>,
    beside: Beside,
    /// Not yet a whole part.
    pages: Vec<Page>,
    /// Parts that are being drawn, in their order.
    drawing: VecDeque<ScopedJoinHandle<'scope, Drawn>>,
    /// As many as the machine has cores.
    drawing_max: usize,
    fault: Option<PdfError>,
}

impl<'scope, 'env> Parts<'scope, 'env> {
    pub(super) fn new(
        scope: &'scope Scope<'scope, 'env>,
        fonts: &'env FontLibrary,
        supply: &'env dyn Supply,
        out: &'env mut dyn Write,
    ) -> Result<Self, PdfError> {
        Ok(Self {
            scope,
            fonts,
            file: FileInMaking::new(supply, out)?,
            usage: Usage::new(fonts),
            beside: Beside::default(),
            pages: Vec::with_capacity(PART_PAGES),
            drawing: VecDeque::new(),
            drawing_max: thread::available_parallelism().map_or(1, usize::from),
            fault: None,
        })
    }

    /// What kept a page from being drawn or written.
    pub(super) fn fault(&mut self) -> Result<(), PdfError> {
        self.fault.take().map_or(Ok(()), Err)
    }

    /// Draws and writes what is left; gives the file, which characters it shows, and what the layout says beside the pages.
    pub(super) fn last(mut self) -> Result<(FileInMaking<'env>, Usage<'env>, Beside), PdfError> {
        if self.beside.pages == 0 {
            return Err(PdfError::NoPage);
        }
        self.draw();
        while !self.drawing.is_empty() {
            self.write_one()?;
        }
        Ok((self.file, self.usage, self.beside))
    }

    fn take(&mut self, page: Page) -> Result<(), PdfError> {
        self.usage.take(&page)?;
        self.beside.pages += 1;
        self.pages.push(page);
        if self.pages.len() == PART_PAGES {
            if self.drawing.len() >= self.drawing_max {
                self.write_one()?;
            }
            self.draw();
        }
        Ok(())
    }

    /// Lets a thread draw the pages that were gathered.
    fn draw(&mut self) {
        let pages = std::mem::replace(&mut self.pages, Vec::with_capacity(PART_PAGES));
        if pages.is_empty() {
            return;
        }
        let (fonts, encodings) = (self.fonts, self.usage.lately());
        self.drawing.push_back(self.scope.spawn(move || part(pages, fonts, &encodings)));
    }

    /// Waits for the oldest part and writes it.
    fn write_one(&mut self) -> Result<(), PdfError> {
        let Some(oldest) = self.drawing.pop_front() else { return Ok(()) };
        let pages = oldest.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))?;
        pages.into_iter().try_for_each(|page| self.file.page(page))
    }
}

impl Sink for Parts<'_, '_> {
    fn node(&mut self, _id: NodeId, node: Node) {
        self.beside.tree.push(node);
    }

    fn outline(&mut self, entry: OutlineEntry) {
        self.beside.outline.push(entry);
    }

    fn anchor(&mut self, id: AnchorId, place: AnchorPlace) {
        self.beside.anchors.insert(id, place);
    }

    fn page(&mut self, page: Page) -> ControlFlow<()> {
        match self.take(page) {
            Ok(()) => ControlFlow::Continue(()),
            Err(fault) => {
                self.fault = Some(fault);
                ControlFlow::Break(())
            }
        }
    }
}

/// One part: drawn, serialised and compressed.
fn part(pages: Vec<Page>, fonts: &FontLibrary, encodings: &Encodings) -> Drawn {
    let mut drawn = Vec::with_capacity(pages.len());
    let mut rest = Vec::with_capacity(pages.len());
    for mut page in pages {
        let DrawnPage { page: sheet, contents, figures, turned } = draw::page(&page, fonts)?;
        let links = DrawnLink::all(&mut page);
        let pictures = page.placed.into_iter().map(|Placed { mark, .. }| mark);
        let pictures = pictures.filter(|mark| matches!(mark, Mark::Image(_) | Mark::Foreign(_))).collect();
        drawn.push(sheet);
        rest.push(FinishedPage {
            dictionary: Dictionary::new(),
            stream: Stream::new(Dictionary::new(), Vec::new()),
            contents,
            figures,
            pictures,
            links,
            turned,
            height: page.height,
            number: page.number,
            label: page.label,
        });
    }
    let faces =
        encodings.iter().map(|(id, face)| (*id, hand_over(face, &id.0.to_string(), NO_OUTLINES.to_vec())));
    let mut file = serialise(drawn, faces.collect())?;
    let ids: Vec<_> = file.page_iter().collect();
    for (id, page) in ids.into_iter().zip(&mut rest) {
        (page.dictionary, page.stream) = taken(&mut file, id).map_err(back_end)?;
    }
    Ok(rest)
}

/// A page's dictionary and its content, compressed.
fn taken(file: &mut lopdf::Document, id: lopdf::ObjectId) -> lopdf::Result<(Dictionary, Stream)> {
    let dictionary = file.get_dictionary(id)?.clone();
    let content = dictionary.get(b"Contents").and_then(Object::as_reference)?;
    let empty = Stream::new(Dictionary::new(), Vec::new());
    let stream = std::mem::replace(file.get_object_mut(content)?.as_stream_mut()?, empty);
    let mut deflater = ZlibEncoder::new(Vec::with_capacity(stream.content.len() / 3), QUICKLY);
    deflater.write_all(&stream.content)?;
    let head = Dictionary::from_iter([("Filter", Object::Name(b"FlateDecode".to_vec()))]);
    Ok((dictionary, Stream::new(head, deflater.finish()?)))
}

fn back_end(error: lopdf::Error) -> PdfError {
    PdfError::BackEnd { reason: error.to_string() }
}

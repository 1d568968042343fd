//! A report onto pages and into a file, page by page: whoever watches hears how far it is, and can stop it.
//!
//! Of its pages some dozens are held at a time, so a report may be as long as it is.

use super::evidence_book::thumbnails::Thumbnails;
use crate::desk::Desk;
use crate::refusal::{Outcome, Refused};
use crate::wire::printed::{OutlineItem, SheetRun};
use crate::wire::work::{Watch, Work};
use layout::LayoutError;
use layout::block::AnchorId;
use layout::page::{AnchorPlace, Node, NodeId, OutlineEntry, Page, Sink};
use pdf::{DocumentInfo, NoSupply, PdfError, Supply};
use report::Report;
use std::io::Write;
use std::ops::ControlFlow;
use std::path::Path;

/// What goes onto pages.
pub(crate) struct Pressing<'a> {
    pub(crate) report: &'a Report,
    pub(crate) info: &'a DocumentInfo,
    /// Its photos, where it shows any.
    pub(crate) shown: Option<&'a Thumbnails>,
    /// The file that was asked for, as it was named; `None`: none was, it is made in memory.
    pub(crate) file: Option<&'a Path>,
    pub(crate) watch: &'a Watch<'a>,
}

/// What is known of the pages when they are written.
#[derive(Debug, Clone, Default)]
pub(crate) struct Pressed {
    /// How many.
    pub(crate) pages: u32,
    /// How large they are.
    pub(crate) sheets: Vec<SheetRun>,
    /// What stands where.
    pub(crate) outline: Vec<OutlineItem>,
}

impl Pressing<'_> {
    /// What people call the file.
    pub(crate) fn name(&self) -> String {
        let suggested = || format!("{}.pdf", self.report.front.file_name);
        self.file.map_or_else(suggested, |file| file.display().to_string())
    }
}

impl Desk {
    /// Writes a report with the photos that it shows; without any it shows text and tables only.
    ///
    /// # Errors
    /// No fonts, a character without a glyph, stopped, no room on the disk; what was written until then is no file.
    pub(crate) fn press(&self, pressing: &Pressing<'_>, out: &mut dyn Write) -> Outcome<Pressed> {
        let written = match pressing.shown {
            Some(shown) => shown.press(self, pressing, out),
            None => self.press_with(pressing, &NoSupply, out),
        };
        written.map(|(pressed, _)| pressed).map_err(|refused| match refused {
            Refused::Pdf(PdfError::Output(why)) => Refused::Unwritable { name: pressing.name(), why },
            other => other,
        })
    }

    /// The same with whatever is supplied; gives the file's size too.
    ///
    /// # Errors
    /// No fonts, what cannot be laid out, stopped; else [`Refused::Pdf`] with whatever happened.
    pub(crate) fn press_with(
        &self,
        pressing: &Pressing<'_>,
        supply: &dyn Supply,
        out: &mut dyn Write,
    ) -> Outcome<(Pressed, u64)> {
        let Pressing { report, info, watch, .. } = *pressing;
        let fonts = self.fonts()?;
        let total = report.manuscript.outlined();
        let mut pressed = Pressed::default();
        let mut lay_out = |sink: &mut dyn Sink| {
            let mut told =
                Told { pressed: Pressed::default(), sink, watch, title: &report.front.title, total };
            let done = layout::lay_out(&report.manuscript, fonts, &mut told);
            pressed = told.pressed;
            done
        };
        let written = pdf::write_laid_out(&mut lay_out, info, fonts, supply, out);
        let bytes = written.map_err(|error| match error {
            PdfError::Layout(LayoutError::Stopped) => Refused::ReportStopped,
            PdfError::Layout(error) => Refused::Layout(error),
            other => Refused::Pdf(other),
        })?;
        Ok((pressed, bytes))
    }
}

/// Hands on what it takes, and tells how much it was: entries of the outline of all that there will be.
struct Told<'a> {
    pressed: Pressed,
    sink: &'a mut dyn Sink,
    watch: &'a Watch<'a>,
    title: &'a str,
    total: usize,
}

impl Sink for Told<'_> {
    fn node(&mut self, id: NodeId, node: Node) {
        self.sink.node(id, node);
    }

    fn outline(&mut self, entry: OutlineEntry) {
        let OutlineEntry { level, ref title, page, .. } = entry;
        self.pressed.outline.push(OutlineItem { level, title: title.clone(), page: page + 1 });
        self.sink.outline(entry);
    }

    fn anchor(&mut self, id: AnchorId, place: AnchorPlace) {
        self.sink.anchor(id, place);
    }

    fn page(&mut self, page: Page) -> ControlFlow<()> {
        let Pressed { pages, sheets, outline } = &mut self.pressed;
        *pages += 1;
        let (width, height) = (page.width.0, page.height.0);
        match sheets.last_mut() {
            Some(run) if (run.width, run.height) == (width, height) => run.count += 1,
            _ => sheets.push(SheetRun { count: 1, width, height }),
        }
        let done = Work::Report.at(self.title, outline.len() as u64, self.total as u64);
        if (self.watch)(&done) { self.sink.page(page) } else { ControlFlow::Break(()) }
    }
}

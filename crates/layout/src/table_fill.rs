//! How much of a row fits into the room that a page still has.
//!
//! Whole bands are taken while they fit. A band is cut only if it says so or is taller than a page; a cell beside the
//! bands is repeated on each part of the row, unless it is taller than a page: then it flows like them; a band's cell is
//! repeated where it says so. Left to others:
//! drawing, and what else stands on the page.

use crate::Length;
use crate::galley::{Cut, Galley};
use crate::table_row::SetRow;

/// How far a row has been placed.
#[derive(Clone, Debug, PartialEq, Default)]
pub(crate) struct Progress {
    /// The band that comes next.
    band: usize,
    /// How far each of its cells has been placed; empty if it is untouched.
    inside: Vec<Cut>,
    /// How far each cell beside the bands has been placed; only moves for those taller than a page.
    beside: Vec<Cut>,
}

/// What of a band's cell stands on one page.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Stretch {
    pub(crate) from: Cut,
    pub(crate) to: Cut,
    /// Whether it was printed before.
    pub(crate) again: bool,
}

impl Stretch {
    /// From a cut on; all of it once more where it repeats and nothing of it is left.
    fn of(galley: &Galley<'_>, from: Cut, room: Room) -> Self {
        let again = galley.cell.repeats && from == galley.end() && from != Cut::default();
        let again = again && !is_tall(galley, room);
        Self { from: if again { Cut::default() } else { from }, to: galley.end(), again }
    }

    fn height(&self, galley: &Galley<'_>) -> Length {
        galley.height_between(self.from, self.to)
    }
}

/// A stretch of a band that stands on one page.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct BandPart {
    pub(crate) band: usize,
    /// For each cell.
    pub(crate) cells: Vec<Stretch>,
    /// Top of its text below the top of the row's part.
    pub(crate) top: Length,
    pub(crate) height: Length,
    /// Whether its rule is drawn, half a padding pair above.
    pub(crate) ruled: bool,
}

/// What of a row stands on one page.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct RowPart {
    pub(crate) bands: Vec<BandPart>,
    /// For each cell beside the bands from where to where.
    pub(crate) beside: Vec<(Cut, Cut)>,
    /// Padding included.
    pub(crate) height: Length,
    /// Whether this is the row's first part: its cells are content, on the others repetitions.
    pub(crate) first: bool,
    /// How far the row is placed with it.
    pub(crate) then: Progress,
}

/// The room that there is.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Room {
    /// Down to the foot of the type area.
    pub(crate) height: Length,
    /// What a page has below the table's head.
    pub(crate) page: Length,
    /// Top and bottom padding, each.
    pub(crate) padding: Length,
    /// Whether this is all the room that a page ever has: something must be placed.
    pub(crate) whole: bool,
}

impl Progress {
    /// Nothing placed yet.
    pub(crate) fn start(row: &SetRow<'_>) -> Self {
        Self { band: 0, inside: Vec::new(), beside: vec![Cut::default(); row.cells.len()] }
    }

    /// Whether the row is placed wholly.
    pub(crate) fn is_done(&self, row: &SetRow<'_>, room: Room) -> bool {
        let beside = |(galley, &cut): (&Galley<'_>, &Cut)| !is_tall(galley, room) || cut == galley.end();
        self.band == row.bands.len() && row.cells.iter().zip(&self.beside).all(beside)
    }
}

/// Whether the cell flows, because no page has room for all of it.
pub(crate) fn is_tall(galley: &Galley<'_>, room: Room) -> bool {
    galley.height() > room.page - room.padding * 2
}

/// As much of the row as fits; `None` if nothing that may stand alone does.
pub(crate) fn fill(row: &SetRow<'_>, from: &Progress, room: Room) -> Option<RowPart> {
    let first = *from == Progress::start(row);
    let inner = room.height - room.padding * 2;
    let repeated = row.cells.iter().filter(|galley| !is_tall(galley, room)).map(Galley::height).max();
    let repeated = repeated.unwrap_or_default();
    if repeated > inner || (row.row.height_min > room.height && !room.whole && first) {
        return None;
    }
    let mut part =
        RowPart { bands: Vec::new(), beside: Vec::new(), height: room.height, first, then: from.clone() };
    let used = take_bands(row, from, inner, room, &mut part);
    let mut inner_height = used.max(repeated);
    for (galley, cut) in row.cells.iter().zip(&mut part.then.beside) {
        if is_tall(galley, room) {
            let to = galley.cut(*cut, inner, Length::ZERO);
            inner_height = inner_height.max(galley.height_between(*cut, to));
            part.beside.push((*cut, to));
            *cut = to;
        } else {
            part.beside.push((Cut::default(), galley.end()));
        }
    }
    let bands_left = from.band < row.bands.len();
    let stands = part.then != *from || (row.bands.is_empty() && first);
    if !stands || (bands_left && part.bands.is_empty() && !room.whole) {
        return None;
    }
    part.height = inner_height + room.padding * 2;
    if first && part.then.is_done(row, room) {
        part.height = part.height.max(row.row.height_min.min(room.height));
    }
    Some(part)
}

/// Takes bands from the top; returns the height used.
fn take_bands(row: &SetRow<'_>, from: &Progress, inner: Length, room: Room, part: &mut RowPart) -> Length {
    let mut used = Length::ZERO;
    while part.then.band < row.bands.len() {
        let at = part.then.band;
        let set = &row.bands[at];
        let ruled = set.band.rule_above.is_some() && !part.bands.is_empty();
        let top = if ruled { used + room.padding * 2 } else { used };
        let starts = if part.then.inside.is_empty() {
            vec![Cut::default(); set.cells.len()]
        } else {
            std::mem::take(&mut part.then.inside)
        };
        let stretch = |(galley, &from)| Stretch::of(galley, from, room);
        let mut cells: Vec<Stretch> = set.cells.iter().zip(&starts).map(stretch).collect();
        let height = |cells: &[Stretch]| {
            set.cells.iter().zip(cells).map(|(galley, cell)| cell.height(galley)).max().unwrap_or_default()
        };
        if top + height(&cells) <= inner {
            used = top + height(&cells);
            part.bands.push(BandPart { band: at, height: used - top, cells, top, ruled });
            part.then.band += 1;
            continue;
        }
        let page = room.page - room.padding * 2;
        if set.band.splits || set.height > page {
            for (galley, cell) in set.cells.iter().zip(&mut cells).filter(|(_, cell)| !cell.again) {
                cell.to = galley.cut(cell.from, inner - top, page);
            }
            let to: Vec<Cut> = cells.iter().map(|cell| cell.to).collect();
            // A mark must not stand at the foot while the text that it marks begins on the next page.
            let begins = starts.iter().all(|&cut| cut == Cut::default());
            let stuck = |(galley, cell): (&Galley<'_>, &Stretch)| {
                galley.end() != Cut::default() && cell.to == Cut::default()
            };
            let stuck = set.cells.iter().zip(&cells).any(stuck);
            let must = room.whole && part.bands.is_empty();
            if to != starts && (must || !begins || !stuck) {
                let height = height(&cells);
                part.then.inside = to;
                part.bands.push(BandPart { band: at, cells, top, height, ruled });
                return top + height;
            }
        }
        if starts.iter().any(|&cut| cut != Cut::default()) {
            part.then.inside = starts;
        }
        break;
    }
    keep_bands(row, from, room, part);
    part.bands.last().map_or(Length::ZERO, |band| band.top + band.height)
}

/// Gives back bands at the end that must stand with the next one.
fn keep_bands(row: &SetRow<'_>, from: &Progress, room: Room, part: &mut RowPart) {
    if part.then.band == row.bands.len() {
        return;
    }
    let keeps = |band: &BandPart| row.bands[band.band].band.keep_with_next;
    let kept = part.bands.iter().rposition(|band| !keeps(band)).map_or(0, |at| at + 1);
    if kept == part.bands.len() || (kept == 0 && room.whole) {
        return;
    }
    part.then.band = part.bands[kept].band;
    part.then.inside = if kept == 0 { from.inside.clone() } else { Vec::new() };
    part.bands.truncate(kept);
}

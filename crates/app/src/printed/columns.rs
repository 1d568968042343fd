//! 栏目: which columns the wide table has.

use crate::desk::Desk;
use crate::refusal::{ColumnsRefusal, Outcome};
use crate::wire::printed::{ColumnChoice, StyleCode};
use report::{ColumnPreset, Style};

impl Desk {
    /// Every choice of columns; the first is made where nobody chooses.
    ///
    /// # Errors
    /// A preset's file that is wrong.
    pub fn column_choices() -> Outcome<Vec<ColumnChoice>> {
        let presets = ColumnPreset::shipped().map_err(ColumnsRefusal::from)?.into_iter().enumerate();
        let choice = |(at, preset): (usize, ColumnPreset)| ColumnChoice {
            key: (at > 0).then_some(preset.key),
            name: preset.name,
            hint: preset.hint,
        };
        Ok(presets.map(choice).collect())
    }

    /// The columns that a text means in that style, for a query, by key or name; none where nobody has to choose them.
    ///
    /// # Errors
    /// No such columns; a style that has none to choose.
    pub fn columns_asked(code: StyleCode, text: Option<&str>) -> Outcome<Option<String>> {
        let asked = style(code, text)?;
        let by_itself = style(code, None)?;
        Ok(match asked {
            Style::Wide(ref preset) if asked != by_itself => Some(preset.key.clone()),
            Style::Wide(_) | Style::Original => None,
        })
    }
}

/// The columns of that key or name, or those that nobody has to choose.
pub(super) fn preset(chosen: Option<&str>) -> Outcome<ColumnPreset> {
    let presets = ColumnPreset::shipped().map_err(ColumnsRefusal::from)?;
    let text = chosen.map(str::trim);
    let meant = |preset: &&ColumnPreset| text.is_none_or(|text| preset.key == text || preset.name == text);
    if let Some(preset) = presets.iter().find(meant) {
        return Ok(preset.clone());
    }
    let known = presets.into_iter().map(|preset| (preset.key, preset.name)).collect();
    Err(ColumnsRefusal::Unknown { text: text.unwrap_or_default().to_owned(), known }.into())
}

/// The style that a query asks for.
pub(super) fn style(code: StyleCode, columns: Option<&str>) -> Outcome<Style> {
    match (code, columns) {
        (StyleCode::Original, None) => Ok(Style::Original),
        (StyleCode::Original, Some(_)) => Err(ColumnsRefusal::OfWideOnly.into()),
        (StyleCode::Wide, columns) => Ok(Style::Wide(preset(columns)?)),
    }
}

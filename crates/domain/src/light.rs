//! The year light of a task: where the whole commitment stands, always with the reason in words.
//!
//! Here stand the closed list with its marks, and what an office may choose: the thresholds, the local words, and an
//! override (人工调整) with its reason. One indicator's arithmetic is `measure`'s, the whole task's `rule`'s.

use crate::id::ObjectId;
use crate::period::Round;
use std::str::FromStr;

mod measure;
mod rule;

pub use measure::{Measured, Reading, Share, measure};
pub use rule::{QuarterFact, light};

/// Where a task stands over the year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Light {
    /// ✓ 全年完成: every milestone that the paper names is done.
    Done,
    /// ● 按序时: nothing that is due is open.
    OnTrack,
    /// ▲ 较慢: something due is partly done or unreported.
    Slow,
    /// × 滞后: something due is not done, or open since an earlier quarter.
    Behind,
}

impl Light {
    /// The code on the wire.
    #[must_use]
    pub fn code(self) -> &'static str {
        ["done", "on_track", "slow", "behind"][self as usize]
    }

    /// The mark.
    #[must_use]
    pub fn mark(self) -> char {
        ['✓', '●', '▲', '×'][self as usize]
    }

    /// The word by the preset that holds where an office chose nothing; local words stand in [`Rules`].
    #[must_use]
    pub fn word(self) -> &'static str {
        Preset::Schedule.words()[self as usize]
    }

    /// All four, best first.
    pub const ALL: [Self; 4] = [Self::Done, Self::OnTrack, Self::Slow, Self::Behind];
}

/// A text that is none of the codes or words of a closed list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotALight;

impl FromStr for Light {
    type Err = NotALight;

    fn from_str(text: &str) -> Result<Self, NotALight> {
        Self::ALL.into_iter().find(|light| light.code() == text || light.word() == text).ok_or(NotALight)
    }
}

/// Sets of words that districts use for the four lights; the marks stay the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Preset {
    /// 序时: 全年完成 · 按序时 · 较慢 · 滞后.
    Schedule,
    /// 绿黄红.
    GreenYellowRed,
    /// 蓝黄红.
    BlueYellowRed,
}

impl Preset {
    /// All in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Schedule, Self::GreenYellowRed, Self::BlueYellowRed];

    /// The code on the wire and in the settings.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Schedule => "schedule",
            Self::GreenYellowRed => "green_yellow_red",
            Self::BlueYellowRed => "blue_yellow_red",
        }
    }

    /// What it is called.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Schedule => "序时",
            Self::GreenYellowRed => "绿黄红",
            Self::BlueYellowRed => "蓝黄红",
        }
    }

    /// Its words in the order of [`Light::ALL`].
    #[must_use]
    pub fn words(self) -> [&'static str; 4] {
        match self {
            Self::Schedule => ["全年完成", "按序时", "较慢", "滞后"],
            Self::GreenYellowRed => ["全年完成", "绿灯", "黄灯", "红灯"],
            Self::BlueYellowRed => ["全年完成", "蓝灯", "黄灯", "红灯"],
        }
    }
}

impl FromStr for Preset {
    type Err = NotALight;

    fn from_str(text: &str) -> Result<Self, NotALight> {
        Self::ALL.into_iter().find(|preset| preset.code() == text || preset.word() == text).ok_or(NotALight)
    }
}

/// How far a task may lie behind what it promised until then, in tenths of a percentage point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Thresholds {
    /// Up to so much behind is still 按序时.
    pub on_track: u16,
    /// Up to so much behind is 较慢, more is 滞后; never less than [`Thresholds::on_track`].
    pub slow: u16,
}

impl Default for Thresholds {
    fn default() -> Self {
        Self { on_track: 50, slow: 200 }
    }
}

/// What an office chose for its lights.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rules {
    /// From where on a light changes.
    pub thresholds: Thresholds,
    /// The local words in the order of [`Light::ALL`].
    pub words: [String; 4],
}

impl Default for Rules {
    fn default() -> Self {
        Self::of(Preset::Schedule)
    }
}

impl Rules {
    /// The words of a preset with the default thresholds.
    #[must_use]
    pub fn of(preset: Preset) -> Self {
        Self { thresholds: Thresholds::default(), words: preset.words().map(str::to_owned) }
    }

    /// The local word.
    #[must_use]
    pub fn word(&self, light: Light) -> &str {
        &self.words[light as usize]
    }

    /// The preset whose words these are; `None` for words of one's own.
    #[must_use]
    pub fn preset(&self) -> Option<Preset> {
        Preset::ALL.into_iter().find(|preset| preset.words().iter().eq(self.words.iter()))
    }
}

/// A light that a person set against the arithmetic (人工调整), for one task in one round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Override {
    /// The light.
    pub light: Light,
    /// Why; never empty, printed.
    pub reason: String,
    /// Who.
    pub by: String,
}

/// An [`Override`] with what it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TaskOverride {
    /// The plan's id.
    pub plan: ObjectId,
    /// The task's number as published.
    pub task: u32,
    /// The round whose light it sets; other rounds are measured again.
    pub round: Round,
    /// The decision.
    pub decision: Override,
}

/// A task's light with everything that led to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct YearLight {
    /// The light that holds.
    pub light: Light,
    /// Its local word.
    pub word: String,
    /// Why, in words, without a closing 。.
    pub reason: String,
    /// What the arithmetic says; another light only where a person has set one.
    pub computed: Light,
    /// The person's decision, where there is one.
    pub overridden: Option<Override>,
}

impl YearLight {
    /// This light as a person has set it: the reason and the name come first, what the arithmetic says stays.
    #[must_use]
    pub fn overridden_by(self, decision: &Override, rules: &Rules) -> Self {
        let word = rules.word(decision.light).to_owned();
        let why = decision.reason.trim().trim_end_matches('。');
        // A public edition tells neither who nor why.
        let why = if why.is_empty() { String::new() } else { format!("：{why}") };
        let reason = format!("{}人工调整为{word}{why}（测算为{}：{}）", decision.by, self.word, self.reason);
        Self { light: decision.light, word, reason, overridden: Some(decision.clone()), ..self }
    }
}

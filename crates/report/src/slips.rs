//! 督办通知单: to one department each, what it is to do and until when, with a receipt to cut off.
//!
//! A slip of a supervision item bears the item's number and day; for a slow task without one a draft is printed, whose
//! number, day and date stay open. No number is given here. Left to others: the shape of a 公文 (`official`), the items
//! (`domain::chase`).

use crate::making::Making;
use crate::passage::sentence;
use crate::quarter::goal_lines;
use crate::slow::{SlowTask, slow_tasks};
use crate::source::{Source, SourceTable};
use crate::style::{self, BODY_PITCH, paragraph, span};
use crate::task_line::{MilestoneLine, TaskLine, Viewpoint};
use crate::wording::official::slips as words;
use crate::{Audience, Report, facsimile, official, wording};
use domain::change::quoted;
use domain::chase::{Instruction, SupervisionItem};
use domain::period::Round;
use domain::register::Register;
use jiff::civil::Date;
use layout::Length;
use layout::block::{Alignment, Block, Manuscript, OutlineLabel, ParagraphRole, ParagraphStyle, Section};
use layout::font::{FontRole, size};
use layout::page::Stroke;
use layout::punctuation::full_width;
use layout::sheet::Sheet;

/// The pitch of the receipt.
const RECEIPT_PITCH: Length = Length(21_600);
/// The lines of a receipt and the room around its rule.
const RECEIPT_HEIGHT: Length = Length(5 * RECEIPT_PITCH.0 + 2_000);
/// A long slip is set so close, and no closer, that its receipt stands on its page: 1.5 times the size of its characters.
const PITCH_MIN: Length = Length(24_000);
/// Lines of the grid on a page.
const PAGE_LINES: i32 = 22;

/// What is printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SlipOptions {
    /// The round from which tasks are looked at.
    pub round: Round,
    /// The items, by number; each has a slip.
    pub items: Vec<SupervisionItem>,
    /// Open items that were assigned after the as-of date: they have no slip, their tasks no draft.
    pub later: Vec<SupervisionItem>,
    /// The instructions behind them.
    pub instructions: Vec<Instruction>,
    /// Whether slow tasks that no item is about have a draft each.
    pub drafts: bool,
    /// 联系人 of the office; may be empty.
    pub contact: String,
    /// As of when, in which stage, for whom.
    pub making: Making,
}

/// The slips, each on a page of its own; `None` where there is none to print.
#[must_use]
pub fn slips(register: &Register, options: &SlipOptions) -> Option<Report> {
    let register = &*options.making.audience.told(register);
    let viewpoint = Viewpoint::new(register, options.round, options.making.as_of);
    let goals = goal_lines(viewpoint, None);
    let mut printing = Printing { viewpoint, options, sources: SourceTable::default() };
    let mut sections = Vec::new();
    for item in &options.items {
        let line = goals.iter().flat_map(|goal| &goal.lines).find(|line| line.task.number == item.task);
        sections.extend(line.map(|line| printing.of_item(item, line)));
    }
    let assigned = || options.items.iter().chain(&options.later);
    let covered = |task: &SlowTask<'_>| assigned().any(|item| item.task == task.line.task.number);
    if options.drafts {
        for task in slow_tasks(&goals).iter().filter(|task| !covered(task)) {
            sections.push(printing.draft(task));
        }
    }
    if sections.is_empty() {
        return None;
    }
    let front = options.making.front(&register.plan, Some(options.round), words::TITLE, &[]);
    Some(Report { manuscript: Manuscript { sections }, front, sources: printing.sources })
}

/// What one slip says.
struct Slip {
    number: String,
    /// To whom.
    addressee: String,
    /// What it is about, a paragraph each.
    about: Vec<String>,
    requirement: String,
    due: Option<Date>,
    /// The day on which it was assigned.
    dated: Option<Date>,
    task: u32,
}

struct Printing<'a> {
    viewpoint: Viewpoint<'a>,
    options: &'a SlipOptions,
    sources: SourceTable,
}

impl Printing<'_> {
    fn is_public(&self) -> bool {
        self.options.making.audience == Audience::Public
    }

    fn unit(&self) -> &str {
        let unit = &self.options.making.unit;
        if unit.is_empty() { self.viewpoint.register.plan.issuer() } else { unit }
    }

    /// The year in which a day lies that is still open: nobody signs before the day of the content.
    fn signing_year(&self) -> i16 {
        self.viewpoint.as_of.year()
    }

    /// （六）“大力实施…”, the paper's own title, and where the task or one of its milestones stands.
    fn about(&self, line: &TaskLine<'_>, milestone: Option<&MilestoneLine<'_>>, state: &str) -> String {
        let title = full_width(&line.task.title);
        let title = quoted(title.trim_end_matches('。'));
        let task = format!("{}{title}", full_width(&line.task.number_text));
        let promise = milestone.map(|one| words::promised(one.quarter.word(), &full_width(one.promise)));
        let paper = full_width(self.viewpoint.register.plan.title());
        words::about(&paper, &task, &promise.unwrap_or_default(), self.viewpoint.as_of, state)
    }

    fn of_item(&mut self, item: &SupervisionItem, line: &TaskLine<'_>) -> Section {
        let register = self.viewpoint.register;
        let milestone = item.quarter.and_then(|quarter| line.milestones[quarter.index()].as_ref());
        let state = match milestone {
            Some(one) => wording::state_of(one.quarter, false, one.standing.word()),
            None => wording::year_light_word(&line.light.word),
        };
        let mut about = vec![self.about(line, milestone, &state)];
        let behind = self.options.instructions.iter().find(|one| Some(one.id) == item.instruction);
        if let Some(one) = behind.filter(|_| !self.is_public()) {
            about.push(words::instructed(one.on, &full_width(&one.leader), &full_width(&one.words)));
        }
        let answers = register.successor(item.task, item.department, self.viewpoint.as_of);
        let slip = Slip {
            number: item.number_text(register.plan.year),
            addressee: self.viewpoint.print_name(Some(answers), register.published_name(answers)),
            about,
            requirement: sentence(&full_width(&self.options.making.audience.words(&item.requirement))),
            due: Some(item.due),
            dated: item.assigned_on(),
            task: item.task,
        };
        self.section(&slip)
    }

    /// A draft for a slow task: to the confirmed lead, else to all of its departments; without number, day and date.
    fn draft(&mut self, task: &SlowTask<'_>) -> Section {
        let line = task.line;
        let year = self.viewpoint.register.plan.year;
        let milestone = task.open.first().copied();
        let mut state = if task.open.is_empty() {
            wording::year_light_word(&line.light.word)
        } else {
            task.state_words()
        };
        if task.open.is_empty() {
            state = format!("{state}：{}", line.light.reason);
        }
        let account = task.account(self.viewpoint.promises);
        let promised = account.as_ref().map(|account| account.promise.as_str()).unwrap_or_default();
        if !promised.is_empty() {
            state.push_str(&words::you_promised(promised));
        }
        let about = vec![self.about(line, milestone, &state)];
        let lead = line.departments.iter().find(|name| name.starts_with(wording::LEAD));
        let addressee = lead.map_or_else(|| line.departments_in_line(), |lead| lead.replace('\n', ""));
        let slip = Slip {
            number: words::unnumbered(Some(year).filter(|_| year == self.signing_year())),
            addressee: addressee.trim_start_matches(wording::LEAD).to_owned(),
            about,
            requirement: words::asked(account.is_some()).to_owned(),
            due: None,
            dated: None,
            task: line.task.number,
        };
        self.section(&slip)
    }

    fn section(&mut self, slip: &Slip) -> Section {
        let year = self.signing_year();
        let mut title = official::title(&[words::TITLE], &mut self.sources);
        let about = self.viewpoint.register.plan.task(slip.task).map(facsimile::numbered_title);
        let label = format!("{}　{}", slip.number, full_width(&about.unwrap_or_default()));
        title.outline = Some(OutlineLabel { level: 1, title: label });
        let number = style::centred(&slip.number, FontRole::Fangsong, size::THREE, BODY_PITCH);
        let source = self.sources.add(Source::Task(slip.task));
        let mut blocks = vec![
            Block::Paragraph(title),
            Block::Paragraph(number.from_source(source)),
            Block::Paragraph(official::addressee(&full_width(&slip.addressee))),
        ];
        let about = slip.about.iter().map(|words| official::text(words).from_source(source));
        blocks.extend(about.map(Block::Paragraph));
        let sections =
            [slip.requirement.clone(), words::until(slip.due, year), words::answer_to(self.unit())];
        for ((at, head), body) in (1..).zip(words::SECTIONS).zip(&sections) {
            blocks.push(Block::Paragraph(official::first_level_with(at, head, body)));
        }
        if !self.is_public() {
            blocks.push(Block::Paragraph(official::text(&words::contact(&self.options.contact))));
        }
        official::close(&mut blocks, official::signature(self.unit(), slip.dated, year, 1));
        if let Some(pitch) = closer_pitch(&blocks) {
            official::set_closer(&mut blocks, pitch);
        }
        blocks.push(receipt(&slip.number));
        let sheet = self.options.making.on_sheet(Sheet::official());
        Section { sheet, first_number: Some(1), blocks }
    }
}

/// The pitch at which slip and receipt stand on one page; `None`: as ever, because they do or because none would help.
fn closer_pitch(slip: &[Block]) -> Option<Length> {
    // The signature: a line left free, unit and date.
    const SIGNATURE_LINES: i32 = 3;
    let title = BODY_PITCH;
    let texts = slip.iter().skip(1).filter_map(|block| match block {
        Block::Paragraph(paragraph) => Some(official::text_lines(paragraph)),
        _ => None,
    });
    let lines = texts.sum::<i32>() + SIGNATURE_LINES;
    let pitch = (BODY_PITCH * PAGE_LINES - title - RECEIPT_HEIGHT) / lines;
    (PITCH_MIN..BODY_PITCH).contains(&pitch).then_some(pitch)
}

/// What is cut off and sent back: it stands whole on one page.
fn receipt(number: &str) -> Block {
    let line = |words: &str, role, size, alignment| {
        let style = ParagraphStyle::cell(RECEIPT_PITCH).aligned(alignment);
        paragraph(vec![span(words, role, size)], style)
    };
    let mut title = line(words::RECEIPT, FontRole::Hei, size::FOUR, Alignment::Center);
    title.role = ParagraphRole::Heading(1);
    let small = |words: &str, alignment| {
        Block::Paragraph(line(words, FontRole::Fangsong, size::SMALL_FOUR, alignment))
    };
    let mut blocks = vec![
        small(words::CUT_HERE, Alignment::Center),
        Block::Rule(Stroke { dashed: true, ..Stroke::solid(Length::pt(0.75)) }),
        Block::Space(Length::pt(2.0)),
        Block::Paragraph(title),
        small(&words::received(number), Alignment::Left),
    ];
    blocks.extend(words::RECEIPT_LINES.map(|words| small(words, Alignment::Left)));
    Block::Together(blocks)
}

//! One year of the 2013 paper played to its end: what only an eventful year prints.
//!
//! 调整, 取消, 延期, 补报, 逾期完成, 遗留, 不计, 累计, 人工调整, a merger and a renaming, 结转. The plan holds only the tasks to
//! which something happens.

use crate::lines::{golden, pages, wide};
use domain::breakdown::Summary;
use domain::change::{ChangeKind, PlanChange};
use domain::claim::Claim::{self, ConditionNotMet, Done, NotDone, Partial};
use domain::department::{Department, DepartmentName};
use domain::evidence::{Evidence, EvidenceForm, PaperEvidence};
use domain::id::ObjectId;
use domain::leader::TaskLeader;
use domain::light::{Light, Override};
use domain::organisation::{Move, OrganisationChange, OrganisationKind};
use domain::period::{Quarter, Round};
use domain::plan::Plan;
use domain::progress::{Progress, ProgressKey, Value};
use domain::register::{Entry, Register, RegisterParts, TaskLead};
use domain::round::RoundClosing;
use domain::state::Finding;
use jiff::civil::Date;
use report::{Audience, Edition, Making, QuarterOptions, Style};

const PLAN: ObjectId = ObjectId([0; 16]);
/// The tasks to which something happens.
const TASKS: [u32; 12] = [2, 3, 4, 5, 6, 8, 9, 11, 12, 13, 16, 17];
/// 经促局 is 经信局 from this day on, and 应急办 and 安监局 are one.
const REORGANISED: &str = "2013-09-01";

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn round(number: u8) -> Round {
    Round { year: 2013, quarter: Quarter::from_number(number).unwrap() }
}

fn plan() -> Plan {
    let mut plan = crate::plan();
    for goal in &mut plan.goals {
        goal.tasks.retain(|task| TASKS.contains(&task.number));
    }
    plan.goals.retain(|goal| !goal.tasks.is_empty());
    plan
}

/// What happened so far.
struct Year {
    parts: RegisterParts,
}

/// What one department says: task, promised quarter, round, its name in the paper, the day.
type Where<'a> = (u32, u8, u8, &'a str, &'a str);

impl Year {
    fn id(&self, name: &str) -> ObjectId {
        self.parts.departments.iter().find(|one| one.is_called(name)).unwrap().id
    }

    fn say(&mut self, (task, quarter, in_round, by, on): Where<'_>, progress: Progress) {
        let key = ProgressKey {
            plan: PLAN,
            task,
            quarter: round(quarter).quarter,
            round: round(in_round),
            department: self.id(by),
        };
        let (stated_dates, on) = (vec![progress.due], Some(day(on)));
        self.parts.entries.push(Entry { key, progress, stated_dates, claimed_on: on, handed_in: on });
    }

    fn find(&mut self, task: u32, quarter: u8, in_round: u8, claim: Claim, reason: &str) {
        let finding = Finding { claim, reason: reason.into() };
        self.parts.findings.push(((task, round(quarter).quarter, round(in_round)), finding));
    }

    fn close(&mut self, number: u8, on: &str) {
        self.parts.closings.push(RoundClosing {
            round: round(number),
            closed_on: day(on),
            closed_by: "陈某".into(),
            early_reason: String::new(),
            reopened: None,
        });
    }

    fn change(&mut self, (task, quarter): (u32, u8), from: &str, kind: ChangeKind, words: [&str; 3]) {
        let [reason, basis, approver] = words.map(str::to_owned);
        let id = ObjectId([100 + self.parts.changes.len() as u8; 16]);
        let quarter = round(quarter).quarter;
        let from = day(from);
        self.parts.changes.push(PlanChange {
            id,
            plan: PLAN,
            task,
            quarter,
            kind,
            from,
            reason,
            basis,
            approver,
        });
    }

    fn leader(&mut self, task: u32, leader: &str, from: Option<&str>) {
        let (leader, basis) = (leader.into(), "盐府办〔2013〕6号".into());
        self.parts.leaders.push(TaskLeader { plan: PLAN, task, from: from.map(day), leader, basis });
    }

    fn lead(&mut self, task: u32, name: &str, from: Option<&str>) {
        let department = Some(self.id(name));
        self.parts.leads.push(TaskLead { task, department, from: from.map(day) });
    }
}

fn said(claim: Claim, text: &str) -> Progress {
    Progress { claim: Some(claim), text: text.into(), ..Progress::default() }
}

fn done(text: &str) -> Progress {
    said(Done, text)
}

/// Not done: why, what is done about it, until when.
fn late(claim: Claim, text: &str, [cause, measure, due]: [&str; 3]) -> Progress {
    Progress {
        cause: cause.into(),
        measure: measure.into(),
        due: Some(day(due)),
        person: "李某(科长,25228502)".into(),
        ..said(claim, text)
    }
}

trait With {
    fn number(self, name: &str, amount: &str, measure: &str) -> Self;
    fn backed(self, numbers: &[u32]) -> Self;
    fn items(self, items: &[Claim]) -> Self;
}

impl With for Progress {
    fn number(mut self, name: &str, amount: &str, measure: &str) -> Self {
        let amount = amount.parse().unwrap();
        self.values.push(Value { name: name.into(), amount, measure: measure.into() });
        self
    }

    fn backed(mut self, numbers: &[u32]) -> Self {
        let paper = || PaperEvidence { name: "会议纪要".into(), ..PaperEvidence::default() };
        let one = |&number: &u32| Evidence {
            number: Some(number),
            form: EvidenceForm::OnPaper(paper()),
            personal: false,
        };
        self.evidence.extend(numbers.iter().map(one));
        self
    }

    fn items(mut self, items: &[Claim]) -> Self {
        self.items = items.iter().copied().map(Some).collect();
        self
    }
}

/// The departments of the paper; 经促局 has a second name, 应急局 begins with the merger.
fn departments(plan: &Plan) -> Vec<Department> {
    let named = |short: &str, from: Option<&str>, until: Option<&str>| DepartmentName {
        short: short.into(),
        from: from.map(day),
        until: until.map(day),
        ..DepartmentName::default()
    };
    let mut departments: Vec<_> = (1..)
        .zip(plan.department_names())
        .map(|(id, name)| Department { id: ObjectId([id; 16]), names: vec![named(name, None, None)] })
        .collect();
    let renamed = departments.iter_mut().find(|one| one.is_called("经促局")).unwrap();
    renamed.names = vec![named("经促局", None, Some("2013-08-31")), named("经信局", Some(REORGANISED), None)];
    let id = ObjectId([99; 16]);
    departments.push(Department { id, names: vec![named("应急局", Some(REORGANISED), None)] });
    departments
}

pub(crate) fn year() -> Register {
    let plan = plan();
    let mut year = Year {
        parts: RegisterParts {
            departments: departments(&plan),
            indicators: domain::indicator::read(&plan),
            ..RegisterParts::of(PLAN, plan)
        },
    };
    year.lead(12, "城管局", None);
    year.lead(16, "社工委", Some("2013-07-01"));
    for (task, leader) in [(2, "王某副区长"), (3, "王某副区长"), (5, "赵某副区长"), (8, "许某常务副区长")]
    {
        year.leader(task, leader, None);
    }
    // Task 3 changes hands.
    year.leader(3, "赵某副区长", Some("2013-07-01"));
    first_round(&mut year);
    second_round(&mut year);
    third_round(&mut year);
    fourth_round(&mut year);
    Register::new(year.parts)
}

fn first_round(year: &mut Year) {
    let numbers = done("文艺演出12场、文艺展览4场、公益电影22场。").backed(&[1, 2]);
    let numbers = numbers.number("文艺演出", "12", "场").number("文艺展览", "4", "场");
    year.say((5, 1, 1, "文体局", "2013-04-22"), numbers.number("公益电影", "22", "场"));
    let waits = late(
        ConditionNotMet,
        "隧道主体工程完工;大梅沙燃气站尚未拆迁,1号路路基未动工。",
        ["燃气站迁建选址未定", "每周与燃气集团协调一次", "2013-07-31"],
    );
    year.say((8, 1, 1, "工务局", "2013-04-23"), waits.items(&[Done, ConditionNotMet]).backed(&[1]));
    year.find(8, 1, 1, ConditionNotMet, "现场核实,燃气站仍在原址。");
    year.close(1, "2013-04-26");
    // After the closing: 补报 in the second round.
    year.say((4, 1, 1, "人力局", "2013-05-08"), done("回访自主创业人员236人,整治方案已印发。").backed(&[1]));
}

fn second_round(year: &mut Year) {
    let kind = ChangeKind::Deferred { to: round(3) };
    let why = ["会议场地改造", "盐府办〔2013〕21号", "王某"];
    year.change((6, 2), "2013-06-03", kind, why);
    let numbers = done("文艺演出14场、文艺展览4场、公益电影25场。").backed(&[1]);
    let numbers = numbers.number("文艺演出", "14", "场").number("文艺展览", "4", "场");
    year.say((5, 2, 2, "文体局", "2013-07-05"), numbers.number("公益电影", "25", "场"));
    let partly = late(
        Partial,
        "信息平台已更新;已对重点区域劳动用工进行指导。",
        ["讲师档期冲突", "改为分两批举办", "2013-08-31"],
    );
    year.say((4, 2, 2, "人力局", "2013-07-08"), partly.items(&[Done, Done, NotDone]).backed(&[1, 2, 3]));
    let talks =
        late(NotDone, "径口村完成82%拆迁安置谈判。", ["6户对补偿标准有异议", "逐户上门协商", "2013-09-30"]);
    year.say((13, 2, 2, "城改办", "2013-07-09"), talks.clone());
    let own = |text: &str, amount| done(text).number("已建社区服务中心的社区家园网", amount, "个");
    year.say((16, 2, 2, "社工委", "2013-07-08"), own("已建社区服务中心的家园网5个上线。", "5").backed(&[1]));
    year.say((16, 2, 2, "民政局", "2013-07-08"), own("3个上线。", "3"));
    year.say((17, 2, 2, "应急办", "2013-07-08"), done("23个工地出入口装上高清电子监控。"));
    year.say((17, 2, 2, "安监局", "2013-07-09"), done("配合城管执法队伍开展专项执法4次。").backed(&[1]));
    year.close(2, "2013-07-12");
}

fn third_round(year: &mut Year) {
    let text = "完善项目,并在沙头角、海山两个街道各增设1处日间照料点。".to_owned();
    let why = ["市民政局要求扩大覆盖", "盐府〔2013〕45号", "区政府常务会议"];
    year.change((2, 3), "2013-08-05", ChangeKind::Reworded { text }, why);
    year.say((2, 3, 3, "民政局", "2013-10-08"), done("两处日间照料点均已开放。").backed(&[1, 2]));
    let why = ["并入全市统一方案", "盐府办〔2013〕58号", "王某"];
    year.change((6, 3), "2013-09-02", ChangeKind::Cancelled, why);
    let why = ["旅游黄金周客流大减", "盐府办〔2013〕60号", "王某"];
    let text = "完成游客调查访问样本量6000份,编制调查报告。".to_owned();
    year.change((9, 3), "2013-09-10", ChangeKind::Reworded { text }, why);
    let kind = ChangeKind::Deferred { to: round(4) };
    year.change((11, 3), "2013-09-16", kind, ["招标流标,须重新招标", "盐府办〔2013〕61号", "王某"]);
    year.say((6, 2, 3, "发改局", "2013-10-09"), done("第一批资助项目4个,均已拨付。").backed(&[1]));
    let numbers = done("文艺演出10场、文艺展览5场、公益电影24场。").backed(&[1]);
    let numbers = numbers.number("文艺演出", "10", "场").number("文艺展览", "5", "场");
    year.say((5, 3, 3, "文体局", "2013-10-08"), numbers.number("公益电影", "24", "场"));
    year.find(5, 3, 3, Done, "公益电影少1场,已补放。");
    year.say((4, 2, 3, "人力局", "2013-10-08"), done("企业经理人培训分两批办完。").backed(&[4]));
    year.say((4, 3, 3, "人力局", "2013-10-08"), done("专场招聘会2场,对接企业41家,检查用工单位120家。"));
    let waits = late(
        ConditionNotMet,
        "燃气站迁建已选址,尚未拆除。",
        ["迁建用地手续未批复", "报市规划国土委协调", "2013-12-31"],
    );
    year.say((8, 1, 3, "工务局", "2013-10-09"), waits.items(&[Done, ConditionNotMet]));
    let talks = late(
        NotDone,
        "径口村完成88%拆迁安置谈判。",
        ["4户对补偿标准仍有异议", "提请区政府裁决", "2013-11-30"],
    );
    year.say((13, 2, 3, "城改办", "2013-10-09"), talks);
    let decision =
        Override {
            light: Light::Slow, reason: "招标流标已由区长办公会确认".into(), by: "陈某".into()
        };
    year.parts.overrides.insert((11, round(3)), decision);
    let park = "三部门均按计划推进:1、2、4区封顶,3区出地面;两座公园施工招标完成。".to_owned();
    let lead = year.id("城管局");
    year.say(
        (12, 3, 3, "城管局", "2013-10-08"),
        done("两座公园施工招标完成,烟墩山公园用地方案编成。").backed(&[1]),
    );
    year.say((12, 3, 3, "经信局", "2013-10-08"), done("壹海城1、2、4区封顶。").backed(&[1]));
    let site = ["中央公园用地移交晚", "10月内进场", "2013-10-31"];
    year.say((12, 3, 3, "梅沙街道办", "2013-10-09"), late(Partial, "鹅公岌公园周边清理完成。", site));
    let quarter = Quarter::Third;
    let summary =
        |task, department, text| Summary { plan: PLAN, task, quarter, round: round(3), department, text };
    year.parts.summaries.push(summary(12, lead, park));
    let own = |text: &str, amount| done(text).number("已建社区服务中心的社区家园网", amount, "个");
    year.say((16, 3, 3, "社工委", "2013-10-08"), own("剩余10个全部上线。", "10").backed(&[1, 2]));
    year.say((16, 3, 3, "民政局", "2013-10-08"), own("本局承担的6个上线。", "6").backed(&[1]));
    let lead = year.id("社工委");
    year.parts.summaries.push(summary(16, lead, "18个社区家园网全部上线,实现全覆盖。".into()));
    merge(year);
    year.say((17, 3, 3, "应急局", "2013-10-09"), done("联合整治7次,查处132宗。").backed(&[1]));
    year.say((17, 3, 3, "住建局", "2013-10-09"), done("抽查工地56个。"));
    year.close(3, "2013-10-11");
}

/// 应急办 and 安监局 become 应急局.
fn merge(year: &mut Year) {
    let (before, after) = (["应急办", "安监局"].map(|name| year.id(name)), year.id("应急局"));
    year.parts.organisation.push(OrganisationChange {
        id: ObjectId([90; 16]),
        kind: OrganisationKind::Merged,
        before: before.into(),
        after: vec![after],
        moves: before.map(|from| Move { plan: PLAN, task: 17, from, to: after }).into(),
        effective: day(REORGANISED),
        basis: "盐编〔2013〕7号".into(),
    });
}

fn fourth_round(year: &mut Year) {
    let numbers = done("文艺演出9场、文艺展览4场、公益电影31场。").backed(&[1]);
    let numbers = numbers.number("文艺演出", "9", "场").number("文艺展览", "4", "场");
    year.say((5, 4, 4, "文体局", "2014-01-08"), numbers.number("公益电影", "31", "场"));
    year.say((11, 3, 4, "城管局", "2014-01-07"), done("重新招标完成,已进场开工。").backed(&[1]));
    let talks = late(Partial, "径口村完成96%拆迁安置谈判。", ["2户裁决未出", "依裁决执行", "2014-03-31"]);
    year.say((13, 2, 4, "城改办", "2014-01-08"), talks.clone());
    year.say(
        (13, 4, 4, "城改办", "2014-01-08"),
        Progress { text: "沙头角林场房屋拆除过半。".into(), ..talks },
    );
    year.say((8, 1, 4, "工务局", "2014-01-08"), done("燃气站拆除完毕,1号路路基完成20%。").backed(&[2]));
    year.find(8, 1, 4, Done, "现场核实。");
    year.close(4, "2014-01-15");
}

/// What is printed of it: the round, as of when, how, for whom.
pub(crate) fn options(
    number: u8,
    (as_of, style, department): (&str, Style, Option<ObjectId>),
) -> QuarterOptions {
    let making = Making {
        as_of: day(as_of),
        edition: Edition::Draft,
        audience: Audience::Internal,
        sample: true,
        unit: "督查室".into(),
    };
    QuarterOptions { round: round(number), style, department, making }
}

fn check(name: &str, number: u8, (as_of, style, department): (&str, Style, Option<&str>)) {
    let register = year();
    let department =
        department.map(|name| register.departments.iter().find(|one| one.is_called(name)).unwrap().id);
    let report = report::quarter(&register, &options(number, (as_of, style, department)));
    golden(name, &report, &pages(&report, 500));
}

#[test]
fn half_a_year_with_what_came_late() {
    check("year-2013Q2-original", 2, ("2013-07-12", Style::Original, None));
}

#[test]
fn three_quarters_with_changes_and_a_merger() {
    check("year-2013Q3-original", 3, ("2013-10-10", Style::Original, None));
    check("year-2013Q3-wide", 3, ("2013-10-10", wide("compare"), None));
}

#[test]
fn the_whole_year_with_what_goes_on() {
    check("year-2013Q4-wide", 4, ("2014-01-20", wide("compare"), None));
    check("year-2013Q4-renewal", 4, ("2014-01-20", Style::Original, Some("城改办")));
}

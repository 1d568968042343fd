//! What a new year takes over when its paper is put in force, told before: departments, persons, calendar, settings, 结转.
//!
//! Departments are known by their names across years, everything else belongs to the office and goes on; nothing is copied.

use crate::desk::Desk;
use crate::refusal::Outcome;
use crate::wire::paper::TakenOver;
use domain::plan::Plan;
use ledger::Record;
use store::Change;

impl Desk {
    /// `None` while no earlier year is in force.
    pub(crate) fn taken_over(&self, plan: &Plan) -> Outcome<Option<TakenOver>> {
        let earlier = self.years()?.into_iter().filter(|year| *year < plan.year).max();
        let Some(earlier) = earlier else { return Ok(None) };
        let register = self.register(Some(earlier))?;
        let published = self.departments_of(plan)?;
        let begun: Vec<_> = published
            .changes
            .iter()
            .filter_map(|change| match change {
                Change::Record(Record::Department(department)) => Some(department.id),
                _ => None,
            })
            .collect();
        let (new, known): (Vec<_>, Vec<_>) =
            published.departments.into_iter().partition(|(_, id)| begun.contains(id));
        let names = |some: Vec<(String, _)>| some.into_iter().map(|(name, _)| name).collect::<Vec<String>>();
        let (known, new) = (names(known), names(new));
        let mut sentences = vec![match new.len() {
            0 => format!("{}个责任部门都与{earlier}年度对上，名称、联络员和机构变动沿用。", known.len()),
            fresh => format!(
                "{}个责任部门与{earlier}年度对上，名称、联络员和机构变动沿用；新增{fresh}个：{}。",
                known.len(),
                new.join("、")
            ),
        }];
        let working = self.person_lines()?.into_iter().filter(|person| person.until.is_none()).count();
        sentences.push(format!("{working}名经办人员及其角色沿用。"));
        sentences.push(if register.calendar.knows(plan.year) {
            "报送期限、亮灯标准等设置沿用；工作日历已有该年度的安排。".to_owned()
        } else {
            format!(
                "报送期限、亮灯标准等设置沿用；工作日历还没有{}年的放假安排，请在“设置”中导入。",
                plan.year
            )
        });
        sentences.push(self.carried_in(earlier, plan.year)?);
        Ok(Some(TakenOver { sentences, known, new }))
    }

    fn carried_in(&self, earlier: i16, year: i16) -> Outcome<String> {
        let list = self.carry_list(earlier)?;
        let open = list.lines.len();
        Ok(match (open, list.provisional) {
            (_, _) if earlier != year.saturating_sub(1) => {
                format!("最近的是{earlier}年度，不是上一年，没有结转。")
            }
            (0, _) => format!("{earlier}年度没有未完成的季度目标，没有结转。"),
            (_, None) => {
                format!("{earlier}年度结转{open}个季度目标，启用后在“上年结转”中逐项确认由哪项任务承接。")
            }
            (_, Some(_)) => format!(
                "{earlier}年度四季度报告期还没有关闭，暂有{open}个季度目标未完成；关闭后在“上年结转”中逐项确认由哪项任务承接。"
            ),
        })
    }
}

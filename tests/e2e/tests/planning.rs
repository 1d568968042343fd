//! 计划 in the real window, on the sample year: what the plan counts and what its numbers say, and what is decided about it while
//! the year runs. Pictures of every part and dialog.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use e2e::{Failure, Machine, Window, by_id, choose, click, write};
use thirtyfour::Key;

async fn part(window: &Window, name: &str) -> Result<(), Failure> {
    click(window, "nav-plan").await?;
    click(window, &format!("plan-part-{name}")).await
}

/// 核算 and 指标: a remark opens the words that it speaks of; what is typed is checked at once and kept by 确认.
#[tokio::test]
async fn what_the_plan_counts() -> Result<(), Failure> {
    let (_machine, window) = Machine::sample().await?;
    part(&window, "arithmetic").await?;
    by_id(&window, "remarks").await?;
    window.pictures("plan-arithmetic").await?;
    click(&window, "remarks-look").await?;
    window
        .script("document.querySelector(`[data-testid='remarks'] [role='grid']`).focus(); return null")
        .await?;
    window.press(Key::Down + Key::Down + Key::Down + Key::Down + Key::Enter).await?;
    by_id(&window, "remark-detail").await?;
    window.pictures("plan-arithmetic-look").await?;

    part(&window, "indicators").await?;
    by_id(&window, "confirm-indicators").await?;
    choose(&window, "任务", "（五）").await?;
    window.says("文艺演出").await?;
    window.pictures("plan-indicators-several").await?;
    click(&window, "add-indicator").await?;
    window.says("还没有名称").await?;
    window.pictures("plan-indicators-changed").await?;
    click(&window, "discard-indicators").await?;
    click(&window, "confirm-indicators").await?;
    window.says("已确认 ·").await?;
    window.tab().await?;
    window.pictures("plan-indicators-confirmed").await?;
    window.close().await
}

/// 计划变更: nothing yet, the form, refused, recorded, and how the milestone reads afterwards.
#[tokio::test]
async fn what_is_changed_in_the_plan() -> Result<(), Failure> {
    let (_machine, window) = Machine::sample().await?;
    part(&window, "changes").await?;
    by_id(&window, "change-add").await?;
    window.pictures("plan-changes-none").await?;
    click(&window, "change-add").await?;
    by_id(&window, "change-reason").await?;
    window.tab().await?;
    window.pictures("plan-change").await?;
    choose(&window, "任务", "（八）").await?;
    choose(&window, "季度", "三季度").await?;
    choose(&window, "种类", "调整").await?;
    write(&window, "change-text", "完成气化站主体工程\u{FF0C}12月底前通气。").await?;
    write(&window, "change-reason", "管线迁改受汛期影响\u{FF0C}区政府同意顺延。").await?;
    write(&window, "change-basis", "盐府办〔2013〕35号").await?;
    write(&window, "change-from", "2013-07-01").await?;
    window.pictures("plan-change-written").await?;
    write(&window, "change-approver", "区长").await?;
    click(&window, "change-decide").await?;
    window.shown("[data-testid='plan-changes'] .table__row").await?;
    window
        .script("document.querySelector(`[data-testid='plan-changes'] .table__row`).click(); return null")
        .await?;
    by_id(&window, "plan-decided").await?;
    window.pictures("plan-changes").await?;
    window.close().await
}

/// 机构变动 in its four kinds, looked at before it is recorded; and 上年结转.
#[tokio::test]
async fn what_happens_to_departments() -> Result<(), Failure> {
    let (_machine, window) = Machine::sample().await?;
    part(&window, "organisation").await?;
    by_id(&window, "organisation-add").await?;
    window.pictures("plan-organisation-none").await?;
    click(&window, "organisation-add").await?;
    by_id(&window, "organisation-after").await?;
    window.pictures("plan-renamed").await?;
    for kind in ["merged", "split", "transferred"] {
        click(&window, &format!("organisation-{kind}")).await?;
        window.pictures(&format!("plan-{kind}")).await?;
    }
    choose(&window, "移交的部门", "经促局").await?;
    choose(&window, "接手的部门", "发改局").await?;
    // Going on by Tab keeps what was chosen.
    window.press(Key::Tab + "").await?;
    write(&window, "organisation-effective", "2013-07-01").await?;
    by_id(&window, "organisation-open").await?;
    choose(&window, "（七）", "发改局").await?;
    write(&window, "organisation-basis", "盐编〔2013〕7号").await?;
    click(&window, "organisation-decide").await?;
    by_id(&window, "organisation-preview").await?;
    window.pictures("plan-transferred-preview").await?;
    click(&window, "organisation-decide").await?;
    window.shown("[data-testid='plan-organisation'] .table__row").await?;
    window
        .script(
            "document.querySelector(`[data-testid='plan-organisation'] .table__row`).click(); return null",
        )
        .await?;
    window.pictures("plan-organisation").await?;

    part(&window, "carry").await?;
    window.shown("[data-testid='plan-carry'] .table__row").await?;
    window
        .script("document.querySelector(`[data-testid='plan-carry'] .table__row`).click(); return null")
        .await?;
    by_id(&window, "plan-decided").await?;
    window.pictures("plan-carry-open").await?;
    window.close().await
}

/// 分管领导: who is in charge of a task is asked for, recorded, shown beside it and found again.
#[tokio::test]
async fn who_is_in_charge() -> Result<(), Failure> {
    let (_machine, window) = Machine::sample().await?;
    part(&window, "tasks").await?;
    click(&window, "lead-17").await?;
    click(&window, "lead-confirm").await?;
    window.says("请写依据").await?;
    window.pictures("plan-lead").await?;
    window.press(Key::Escape + "").await?;
    click(&window, "leader-12").await?;
    by_id(&window, "leader-name").await?;
    click(&window, "leader-confirm").await?;
    window.shown(".lead__missing").await?;
    window.pictures("plan-leader-missing").await?;
    write(&window, "leader-name", "王某副区长").await?;
    write(&window, "leader-from", "2013-07-01").await?;
    write(&window, "leader-basis", "区政府领导分工\u{FF08}盐府办〔2013〕3号\u{FF09}").await?;
    window.pictures("plan-leader").await?;
    click(&window, "leader-confirm").await?;
    window.shown(".plan__leader").await?;
    window.into_sight("[data-testid='leader-12']").await?;
    window.pictures("plan-leaders").await?;
    window.press(Key::Control + "k").await?;
    window.shown("[data-testid='find-text']").await?;
    window.insert("王某").await?;
    window.says("分管领导").await?;
    window.pictures("find-leader").await?;
    window.close().await
}

// Invented decisions for 计划变更, 机构变动 and 上年结转.
import type { CarryList, ChangeView, OrganisationView } from "../../src/ipc/bindings";

export const planChanges: ChangeView[] = [
  { id: "c1", task: 8, title: "（八）加强燃气安全管理", quarter: 1, kind: "deferred", kind_word: "延期", published: "协调完成大梅沙燃气站拆迁。", words: "2013年3月1日起延期：原定一季度，现定三季度，理由：选址变更（府办〔2013〕12号，王某批准）。", from: "2013-03-01", reason: "选址变更", basis: "府办〔2013〕12号", approver: "王某", by: "李某" },
];

export const merger: OrganisationView = {
  id: "o1",
  kind: "merged",
  kind_word: "合并",
  before: ["文体局", "民政局"],
  after: ["文广旅体局"],
  words: "2013年9月1日起，文体局、民政局合并为文广旅体局（深编〔2013〕7号）。",
  consequences: ["新设部门：文广旅体局。", "2013年度任务（五）：从2013年三季度报告期起由文广旅体局填报；文体局以前所报保留原名，文广旅体局看得到全部记录。", "公布的文字和部门名称不改写。"],
  effective: "2013-09-01",
  basis: "深编〔2013〕7号",
  moves: [{ year: 2013, task: 5, from: "文体局", to: "文广旅体局" }],
};

export const carried: CarryList = {
  year: 2013,
  provisional: "暂列至2014年1月10日：2013年四季度报告期那天到期，之前报来的完成情况会使这份清单变短。报告期关闭后再逐项确认。",
  lines: [5, 8].map((task, at) => ({
    year: 2013,
    milestone: { task, quarter: at + 1 },
    title: `（${["五", "八"][at] ?? ""}）任务`,
    published: "完成路基施工的20%。",
    state_word: "部分完成",
    words: "结转自2013年（八）一季度：“完成路基施工的20%”（部分完成）",
    into_year: 2013,
    into_task: null,
    into_title: "",
    decided: false,
    remark: "",
    suggested: at === 0 ? 5 : null,
  })),
};

// Invented public feedback: one of each standing.
import type { FeedbackLine, FeedbackList, FeedbackPersonal, FeedbackView, MailPreview, TaskSuggestion } from "../../src/ipc/bindings";

const line = (number: number, over: Partial<FeedbackLine>): FeedbackLine => ({
  id: `f${number}`,
  receipt: `意见2013-${String(number).padStart(4, "0")}`,
  year: 2013,
  number,
  kind: "complaint",
  kind_word: "投诉",
  channel: "telephone",
  channel_word: "电话",
  received: "2013-04-11",
  subject: "泥头车夜间扰民",
  sender: "王**",
  task: 17,
  department: null,
  due: "2013-04-18",
  days_left: -6,
  due_words: "已超6天",
  state: "open",
  state_word: "待答复",
  overdue: true,
  ...over,
});

const lines: FeedbackLine[] = [
  line(4, { kind: "question", kind_word: "咨询", channel: "website", channel_word: "网站", subject: "梅沙幼儿园何时招生", task: 3, received: "2013-04-22", due: "2013-04-29", days_left: 5, due_words: "还有5天", overdue: false }),
  line(3, {}),
  line(2, { kind: "suggestion", kind_word: "建议", channel: "email", channel_word: "电子邮件", subject: "建议图书馆周末延长开放时间", task: null, state: "answered", state_word: "已答复", due_words: "", overdue: false }),
  line(1, { subject: "社区家园网打不开", task: 16, state: "closed", state_word: "已办结", due_words: "", overdue: false }),
];

export const feedbackList = (empty: boolean): FeedbackList => ({
  as_of: "2013-04-24",
  lines: empty ? [] : lines,
  ways: ["（一）登录深圳市盐田区人民政府网站（http://www.yantian.gov.cn）。", "（二）发送电子邮件至yt8502@126.com。", "（三）拨打深圳市盐田区人民政府投诉举报电话：25228502。"],
  days: 7,
});

export const feedbackView = (id: string): FeedbackView => ({
  line: lines.find((known) => known.id === id) ?? line(3, {}),
  text: "我叫王**，住深盐路〔门牌〕，电话138****5678。\n小区门口每晚十一点后仍有泥头车进出，噪声很大，路面撒漏也没有人清理。请派人来看看。",
  contact: "138****5678",
  task_title: "（十七）加强泥头车整治力度，严厉打击泥头车各类违法行为。",
  plan_year: 2013,
  department_id: null,
  files: [{ name: "现场.jpg", size: 203_400, media_type: "image/jpeg", executable: false, sha256: null }],
  answer: id === "f2" ? { text: "已转图书馆研究，将于5月起试行。", on: "2013-04-19", by: "李某" } : null,
  closing: null,
  reopening: null,
  steps: [{ at: "2013-04-11T02:12:00Z", by: "李某", word: "登记" }],
});

export const feedbackPersonal: FeedbackPersonal = {
  name: "王小明（示例）",
  contact: "13800000000",
  subject: "泥头车夜间扰民",
  text: "我叫王小明，住深盐路1号1栋101，电话13800000000。",
  answer: null,
  files: [],
};

export const feedbackSuggestions: TaskSuggestion[] = [{ task: 17, title: "（十七）加强泥头车整治力度，严厉打击泥头车各类违法行为。", words: ["泥头车"] }];

export const feedbackLetter: MailPreview = {
  token: "l",
  file_name: "关于泥头车的投诉.eml",
  name: "王小明（示例）",
  address: "wang@example.com",
  subject: "关于泥头车夜间扰民的投诉",
  sent: "2013-04-20",
  text: "小区门口每晚十一点后仍有泥头车进出，噪声很大。\n请派人来看看。",
  files: [{ name: "现场.jpg", size: 203_400, executable: false }, { name: "说明.exe", size: 40_960, executable: true }],
  problems: ["邮件没有写明或写错了文字编码，已按GB18030读取，请核对文字。"],
  suggestions: feedbackSuggestions,
  known: null,
};

/** Of the lines above, those received in that quarter of 2013. */
export function feedbackInRound(quarter: number) {
  const received = lines.filter(({ received: day }) => Math.ceil(Number(day.slice(5, 7)) / 3) === quarter);
  const of = (stand: string) => received.filter(({ state, overdue }) => (overdue ? "overdue" : state) === stand).length;
  return { received: received.length, closed: of("closed"), answered: of("answered"), open: of("open"), overdue: of("overdue") };
}

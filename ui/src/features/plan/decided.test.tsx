// Decisions about the plan as they are worked with: what is sent is what was written, a merger is looked at before it is recorded.
// The kit's lists are slow to open on a busy machine: five seconds are too few for a form of four.
import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import type { CarryList, CarryView, ChangeView, OrganisationBoxes, OrganisationView, PlanView } from "../../ipc/bindings";
import { changeMessages as m } from "../../messages/change";
import { Carry } from "./Carry";
import { Changes } from "./Changes";
import { OrganisationDialog } from "./OrganisationDialog";

const { sent, answers } = vi.hoisted(() => ({ sent: [] as unknown[][], answers: { changes: [] as ChangeView[], before: null as CarryList | null, own: null as CarryList | null, refuses: false } }));
const said = (boxes: OrganisationBoxes): OrganisationView => ({ id: "o", kind: boxes.kind, kind_word: "", before: [], after: [], words: `from ${boxes.effective}`, consequences: ["c1", "c2"], effective: boxes.effective, basis: boxes.basis, moves: [] });
const held = (year: number, number: number) => ({ year, task: number, title: `(${number})t${number}` });
const refusal = { code: "no_plan", text: "none", lines: [] };

vi.mock("../../ipc/commands", () => ({
  planChanges: () => Promise.resolve(answers.changes),
  changeMilestone: (year: number, boxes: unknown) => {
    sent.push(["change", year, boxes]);
    return Promise.resolve({});
  },
  previewOrganisation: (boxes: OrganisationBoxes) => {
    sent.push(["preview", boxes.basis]);
    return answers.refuses ? Promise.reject({ code: "other", text: "refused", lines: [] }) : Promise.resolve(said(boxes));
  },
  changeOrganisation: (boxes: OrganisationBoxes) => {
    sent.push(["record", boxes]);
    return Promise.resolve(said(boxes));
  },
  heldTasks: () => Promise.resolve([held(2014, 1), held(2014, 5)]),
  carryList: (year: number) => {
    const list = year === 2013 ? answers.before : answers.own;
    return list === null ? Promise.reject(refusal) : Promise.resolve(list);
  },
  confirmCarry: (...given: unknown[]) => {
    sent.push(["carry", ...given]);
    return Promise.resolve({});
  },
  plan: () => Promise.reject(refusal),
}));

const task = (number: number) => ({ number, number_text: `(${number})`, title: `t${number}`, objective: null, milestones: ["a", "b", "c", "d"], departments: ["A"], lead: null, line: null });
const plan = { title: "p", year: 2014, goals: [{ name: "g", tasks: [task(1), task(5)] }] } as unknown as PlanView;
const department = (id: string, tasks: number[]) => ({ id, tasks, names: [{ short: id.toUpperCase(), full: "", from: null, until: null, basis: "" }] });
const line = (over: Partial<CarryView>): CarryView => ({ year: 2013, milestone: { task: 8, quarter: 2 }, title: "old", published: "x", state_word: "s", words: "cited", into_year: 2014, into_task: null, into_title: "", decided: false, remark: "", suggested: 5, ...over });

vi.setConfig({ testTimeout: 30_000 });

beforeAll(() => {
  // The test page has no scrolling and no sizes.
  vi.stubGlobal("ResizeObserver", class { observe() {} unobserve() {} disconnect() {} });
  Element.prototype.scrollIntoView = () => undefined;
  Object.defineProperty(HTMLElement.prototype, "clientHeight", { configurable: true, get: () => 600 });
  Object.defineProperty(HTMLElement.prototype, "clientWidth", { configurable: true, get: () => 1000 });
});
afterEach(() => {
  cleanup();
  sent.length = 0;
  Object.assign(answers, { changes: [], before: null, own: null, refuses: false });
});

const write = (id: string, value: string) => fireEvent.change(screen.getByTestId(id), { target: { value } });
/** The kit's list opens by the mouse and is chosen from in the page. */
function choose(label: string, word: string): void {
  const box = screen.getByRole("combobox", { name: label });
  fireEvent.mouseDown(box);
  const option = [...document.querySelectorAll<HTMLElement>(".ant-select-item-option")].findLast((each) => each.title === word);
  if (option === undefined) throw new Error(`${word} is not offered`);
  fireEvent.click(option);
}

describe("Changes", () => {
  it("says what to do while nothing is changed, and sends a deferral with what was written", async () => {
    render(<Changes plan={plan} onChanged={() => undefined} />);
    fireEvent.click(await screen.findByTestId("change-add"));
    expect(screen.queryByTestId("change-text")).toBeNull();
    choose("任务", "(5)t5");
    choose("季度", "二季度");
    choose("种类", "延期");
    choose("延期到", "2015年一季度");
    write("change-reason", "r");
    write("change-basis", "b");
    expect(screen.getByTestId("change-decide")).toHaveProperty("disabled", true);
    write("change-approver", "a");
    fireEvent.click(screen.getByTestId("change-decide"));
    await waitFor(() => expect(sent).toEqual([["change", 2014, { task: "5", quarter: "2", kind: "deferred", text: "", to: "2015Q1", from: "", reason: "r", basis: "b", approver: "a" }]]));
  });
});

const shown = () => render(<OrganisationDialog plan={plan} departments={[department("a", [1, 5]), department("b", [])]} onDone={() => undefined} onClose={() => undefined} />);

describe("OrganisationDialog", () => {
  it("records a renaming only after it was looked at as it stands", async () => {
    shown();
    choose("更名的部门", "A");
    write("organisation-after", "N");
    write("organisation-full", "F");
    write("organisation-effective", "2014-09-01");
    write("organisation-basis", "w");
    fireEvent.click(screen.getByTestId("organisation-decide"));
    expect((await screen.findByTestId("organisation-preview")).textContent).toContain("c1");
    // Altered afterwards, it is looked at again.
    write("organisation-basis", "w2");
    expect(screen.queryByTestId("organisation-preview")).toBeNull();
    fireEvent.click(screen.getByTestId("organisation-decide"));
    await screen.findByTestId("organisation-preview");
    fireEvent.click(screen.getByTestId("organisation-decide"));
    await waitFor(() => expect(sent.map(([what]) => what)).toEqual(["preview", "preview", "record"]));
    expect(sent[2]?.[1]).toEqual({ kind: "renamed", before: ["a"], after: ["N"], full: [{ of: "N", full: "F" }], tasks: [], effective: "2014-09-01", basis: "w2" });
  });

  it("shows why it is refused and keeps what was written", async () => {
    answers.refuses = true;
    shown();
    choose("更名的部门", "A");
    write("organisation-after", "N");
    write("organisation-effective", "2014-09-01");
    write("organisation-basis", "w");
    fireEvent.click(screen.getByTestId("organisation-decide"));
    await screen.findByText("refused");
    expect(screen.getByTestId("organisation-after")).toHaveProperty("value", "N");
    expect(sent.some(([what]) => what === "record")).toBe(false);
  });

  it("offers the tasks of who hands on, and sends those that go", async () => {
    shown();
    fireEvent.click(screen.getByTestId("organisation-transferred"));
    choose("移交的部门", "A");
    choose("接手的部门", "B");
    await screen.findByTestId("organisation-open");
    // Going on by Tab keeps what was chosen.
    fireEvent.keyDown(screen.getByRole("combobox", { name: "接手的部门" }), { key: "Tab", keyCode: 9, which: 9 });
    choose("(5)t5", "B");
    write("organisation-effective", "2014-09-01");
    write("organisation-basis", "w");
    await screen.findByTestId("organisation-open");
    fireEvent.click(screen.getByTestId("organisation-decide"));
    await screen.findByTestId("organisation-preview");
    fireEvent.click(screen.getByTestId("organisation-decide"));
    await waitFor(() => expect(sent.at(-1)?.[1]).toMatchObject({ kind: "transferred", before: ["a"], after: ["b"], full: [], tasks: [{ year: 2014, task: "5", to: "B" }] }));
  });
});

describe("a split in OrganisationDialog", () => {
  it("asks for the full name of each new department and for the receiver of each task", async () => {
    shown();
    fireEvent.click(screen.getByTestId("organisation-split"));
    choose("拆分的部门", "A");
    choose("拆分为", "B");
    const names = screen.getByRole("combobox", { name: "拆分为" });
    fireEvent.change(names, { target: { value: "N" } });
    fireEvent.keyDown(names, { key: "Enter", keyCode: 13 });
    // The known one keeps its own.
    write("organisation-full", "F");
    expect((await screen.findByTestId("organisation-open")).textContent).toContain(m.handed(0, 2));
    choose("(1)t1", "N");
    fireEvent.click(screen.getByRole("button", { name: m.restTo("B") }));
    expect(screen.getByTestId("organisation-open").textContent).toBe(m.handed(2, 2));
    write("organisation-effective", "2014-09-01");
    write("organisation-basis", "w");
    await screen.findByTestId("organisation-open");
    fireEvent.click(screen.getByTestId("organisation-decide"));
    await screen.findByTestId("organisation-preview");
    fireEvent.click(screen.getByTestId("organisation-decide"));
    const tasks = [{ year: 2014, task: "1", to: "N" }, { year: 2014, task: "5", to: "B" }];
    await waitFor(() => expect(sent.at(-1)?.[1]).toEqual({ kind: "split", before: ["a"], after: ["b", "N"], full: [{ of: "N", full: "F" }], tasks, effective: "2014-09-01", basis: "w" }));
  });
});

describe("Carry", () => {
  it("confirms the suggested task, and says that the list is provisional", async () => {
    answers.before = { year: 2013, provisional: "not yet", lines: [line({})] };
    render(<Carry plan={plan} onChanged={() => undefined} />);
    expect((await screen.findByTestId("carry-provisional")).textContent).toContain("not yet");
    fireEvent.click(screen.getByText("x"));
    fireEvent.click(await screen.findByTestId("carry-suggested"));
    await waitFor(() => expect(sent).toEqual([["carry", 2013, "8", "2", "5", ""]]));
  });

  it("shows what this year would leave where there is none before", async () => {
    answers.own = { year: 2014, provisional: null, lines: [line({ year: 2014, into_year: null, suggested: null, words: "own" })] };
    render(<Carry plan={plan} onChanged={() => undefined} />);
    fireEvent.click(await screen.findByText("x"));
    expect(screen.getByText("own")).toBeTruthy();
    expect(screen.queryByTestId("carry-other")).toBeNull();
    expect(screen.getByText(/2015年度/)).toBeTruthy();
  });
});

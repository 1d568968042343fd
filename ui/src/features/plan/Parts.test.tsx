// 核算 and 指标 of the plan in force: what is said leads to its words, what is corrected is what is confirmed.
import { clearMocks, mockIPC } from "@tauri-apps/api/mocks";
import { act, cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { createBackend } from "../../../tests/mock/backend";
import { plan, tasks } from "../../../tests/mock/paper";
import { said } from "../../../tests/mock/said";
import type { IndicatorInput } from "../../ipc/bindings";
import { indicatorMessages as m } from "../../messages/indicator";
import { Parts } from "./Parts";

const { performances, times, survey } = said.indicators;

beforeAll(() => {
  // What jsdom lacks of a window.
  vi.stubGlobal("matchMedia", () => ({ matches: false, addListener: () => undefined, removeListener: () => undefined, addEventListener: () => undefined, removeEventListener: () => undefined }));
  vi.stubGlobal("ResizeObserver", class { observe() {} unobserve() {} disconnect() {} });
  Element.prototype.scrollIntoView = () => undefined;
});

afterEach(() => {
  cleanup();
  clearMocks();
});

/** Opens a part and gives the lists that were confirmed. */
function open(at: string) {
  const backend = createBackend("sample");
  const confirmed: IndicatorInput[][] = [];
  mockIPC((command, payload) => {
    if (command === "confirm_indicators") confirmed.push((payload as { list: IndicatorInput[] }).list);
    return backend(command, payload);
  });
  const changed = vi.fn<() => void>();
  function Screen() {
    const [now, setNow] = useState<string | null>(at);
    return <Parts plan={plan} at={now} onAt={setNow} onPlan={() => undefined} onChanged={changed} />;
  }
  render(<Screen />);
  return { confirmed, changed };
}

const eq = (least: string) => ({ op: "eq", least, most: null });
const value = (id: string) => screen.getByTestId<HTMLInputElement>(id);
const type = (id: string, text: string) => fireEvent.change(value(id), { target: { value: text } });
const lit = () => Array.from(document.querySelectorAll(".span[data-lit]"), (span) => span.textContent);

const rows = () => within(screen.getByTestId("remarks")).getAllByRole("row").filter((row) => row.dataset["index"] !== undefined);

describe("核算", () => {
  it("counts that add up, a filter, and the place in the text of what is opened", async () => {
    open("arithmetic");
    await screen.findByTestId("remarks");
    expect(["remarks-all", "remarks-fits", "remarks-look"].map((id) => screen.getByTestId(id).parentElement?.textContent)).toEqual([m.all(3), m.onlyFits(1), m.onlyLook(2)]);
    await userEvent.click(screen.getByTestId("remarks-look"));
    expect(rows()).toHaveLength(2);
    await userEvent.click(screen.getByTestId("remarks-all"));
    await userEvent.click(rows()[1] as HTMLElement);
    expect(lit()).toEqual([`${performances}10${times}`]);
    screen.getByRole("grid", { name: m.remarks }).focus();
    await userEvent.keyboard("{ArrowUp}{Enter}");
    expect(screen.getByTestId("remark-detail").textContent).toContain(m.ofPaper);
    await userEvent.keyboard("{End}{Enter}");
    await userEvent.click(screen.getByTestId("remark-indicators"));
    expect(await screen.findByTestId("indicators")).toBeTruthy();
  });

  it("is copied whole: result, task, what it is, its sentence, the quarters and the words that it speaks of", async () => {
    open("arithmetic");
    await screen.findByTestId("remarks");
    let copied = "";
    // jsdom knows no clipboard: this is what an engine does, asking the page for what to copy.
    document.execCommand = (command) => {
      const event = new Event(command, { bubbles: true, cancelable: true });
      Object.assign(event, { clipboardData: { setData: (format: string, text: string) => format === "text/plain" && (copied = text) } });
      return !document.body.dispatchEvent(event);
    };
    await userEvent.click(screen.getByTestId("copy"));
    const lines = copied.split("\n").map((line) => line.split("\t"));
    expect(lines[0]).toEqual([m.severity, m.task, m.remarkKind, m.sentence, m.spokenQuarters, m.spokenText]);
    expect(lines).toHaveLength(4);
    expect(lines[1]?.slice(0, 2)).toEqual([m.lookWord, m.paper]);
    expect(lines[2]?.[0]).toBe(m.fitsWord);
    expect(lines[2]?.[1]).toContain(tasks[4]?.title);
    expect(lines[2]?.at(-1)).toBe(`${performances}10${times}`);
  });
});

describe("指标", () => {
  it("marks the words of the indicator that the keyboard or the pointer is on, and the other way round", async () => {
    open("indicators.5");
    const row = await screen.findByTestId("indicator-0");
    expect(lit()).toEqual([]);
    fireEvent.mouseEnter(row);
    expect(lit()).toEqual(tasks[4]?.texts.map(() => `${performances}10${times}`));
    fireEvent.mouseLeave(row);
    const [span] = screen.getByTestId("task-texts").querySelectorAll<HTMLElement>("[data-span='1']");
    expect(span).toBeDefined();
    act(() => span?.focus());
    expect(screen.getByTestId("indicator-1").hasAttribute("data-lit")).toBe(true);
    await userEvent.keyboard("{Enter}");
    expect(document.activeElement).toBe(value("name-1"));
  });

  it("confirms what was corrected, added and removed, and nothing derived", async () => {
    const { confirmed, changed } = open("indicators.5");
    expect((await screen.findByTestId("indicator-standing")).textContent).toBe(m.unconfirmed);
    expect(value("value-0-0").placeholder).toBe("40");
    type("value-0-4", `12.50${times}`);
    type("value-1-1", "\u7ea64");
    await userEvent.click(screen.getByTestId("remove-2"));
    await userEvent.click(screen.getByTestId("add-indicator"));
    expect(screen.getByTestId("indicator-remarks").textContent).toContain(m.noName);
    type("name-3", survey);
    type("value-3-2", "2-5");
    // What is shown is checked by the back end.
    await waitFor(() => expect(screen.getByTestId("indicator-remarks").textContent).toContain(`${performances} 42.5`));
    fireEvent.keyDown(value("value-0-4"), { key: "Enter", ctrlKey: true });
    await waitFor(() => expect(screen.getByTestId("indicator-standing").textContent).toBe(m.confirmed(said.person, m.day(4, 20))));
    const four = eq("4");
    expect(confirmed).toEqual([
      [
        { name: performances, unit: times, kind: "sum", shown_as: performances, annual: null, quarters: [eq("10"), eq("10"), eq("10"), eq("12.50")] },
        { name: said.indicators.shows, unit: times, kind: "sum", shown_as: said.indicators.shows, annual: null, quarters: [{ ...four, op: "about" }, four, four, four] },
        { name: survey, unit: "", kind: "sum", shown_as: null, annual: null, quarters: [null, { op: "range", least: "2", most: "5" }, null, null] },
      ],
    ]);
    expect(changed).toHaveBeenCalledOnce();
    expect(screen.getByTestId("indicator-progress").textContent).toBe(m.progress(1, 20));
  });

  it("takes a suggestion over by 采用 only", async () => {
    const { confirmed } = open("indicators.1");
    expect((await screen.findByTestId("indicator-0")).textContent).toContain(m.suggested("1"));
    expect(value("value-0-2").value).toBe("");
    await userEvent.click(screen.getByTestId("confirm-indicators"));
    await waitFor(() => expect(confirmed).toEqual([[]]));
    cleanup();
    clearMocks();
    const second = open("indicators.1");
    await userEvent.click(await screen.findByTestId("take-0-2"));
    await userEvent.click(screen.getByTestId("confirm-indicators"));
    await waitFor(() => expect(second.confirmed[0]?.map(({ quarters }) => quarters[1])).toEqual([{ op: "eq", least: "1", most: null }]));
  });

  it("says what cannot be read, leads to it, and keeps what was typed while another part is open", async () => {
    const { confirmed } = open("indicators.5");
    await screen.findByTestId("indicators");
    type("value-0-2", "\u5341");
    expect(screen.getByTestId("indicator-remarks").textContent).toContain(m.unreadable(performances, m.columns.quarters[1], "\u5341"));
    await userEvent.click(screen.getByTestId("confirm-indicators"));
    expect(confirmed).toEqual([]);
    expect(document.activeElement).toBe(value("value-0-2"));
    await userEvent.click(screen.getByTestId("plan-part-arithmetic"));
    await userEvent.click(screen.getByTestId("plan-part-indicators"));
    await screen.findByTestId("indicators");
    fireEvent.keyDown(window, { key: "ArrowDown", altKey: true });
    for (let at = 0; at < 4; at += 1) fireEvent.keyDown(window, { key: "ArrowDown", altKey: true });
    expect(within(screen.getByTestId("indicators")).queryByTestId("indicator-0")).toBeNull();
    fireEvent.keyDown(window, { key: "ArrowUp", altKey: true });
    expect(value("value-0-2").value).toBe("\u5341");
    await userEvent.click(screen.getByTestId("discard-indicators"));
    expect(value("value-0-2").value).toBe("10");
  });
});

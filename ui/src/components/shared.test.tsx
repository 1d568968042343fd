// The small parts that several screens share, as a person uses them.
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { fieldMessages as m } from "../messages/fields";
import { DateField } from "./DateField";
import { Figures } from "./Figures";
import { ListDetail } from "./ListDetail";
import { ReasonDialog } from "./ReasonDialog";

beforeAll(() => {
  vi.stubGlobal("matchMedia", () => ({ matches: false, addListener: () => undefined, removeListener: () => undefined, addEventListener: () => undefined, removeEventListener: () => undefined }));
  vi.stubGlobal("ResizeObserver", class { observe() {} unobserve() {} disconnect() {} });
  Element.prototype.scrollIntoView = () => undefined;
  const computed = window.getComputedStyle.bind(window);
  vi.stubGlobal("getComputedStyle", (element: Element) => {
    const style = computed(element);
    const read = style.getPropertyValue.bind(style);
    style.getPropertyValue = (name) => (/^(padding|border)/.test(name) && Number.isNaN(Number.parseFloat(read(name))) ? "0px" : read(name));
    return style;
  });
});
beforeEach(() => {
  vi.spyOn(console, "error").mockImplementation((...said: unknown[]) => {
    throw new Error(said.join(" "));
  });
});
afterEach(cleanup);

test("numbers add up and open what they count; none is nothing to open", async () => {
  const opened: string[] = [];
  const figure = (key: string, count: number) => ({ key, word: key, count, onOpen: () => opened.push(key) });
  render(<Figures subject="s" unit="u" colon=":" onTotal={() => opened.push("total")} parts={[figure("a", 3), figure("b", 0), figure("c", 4)]} among={{ word: "of which", figures: [figure("late", 2)] }} testId="figures" />);
  expect(screen.getByTestId("figures").textContent).toBe("s 7 u:a 3 · b 0 · c 4of whichlate 2");
  for (const id of ["figures-total", "count-a", "count-b", "count-late"]) await userEvent.click(screen.getByTestId(id));
  expect(opened).toEqual(["total", "a", "late"]);
});

const reasonDialog = (over: Partial<Parameters<typeof ReasonDialog>[0]>) => (
  <ReasonDialog title="T" label="L" word="W" busy={false} refusal={null} onDecide={() => undefined} onClose={() => undefined} testId="decide" {...over}>
    what happens
  </ReasonDialog>
);

test("without a reason nothing is decided, and the dialog says so", async () => {
  const reasons: string[] = [];
  render(reasonDialog({ onDecide: (reason) => reasons.push(reason) }));
  const box = await screen.findByTestId("decide-reason");
  const button = screen.getByTestId("decide");
  expect(screen.getByText(m.reasonMissing)).toBeTruthy();
  fireEvent.change(box, { target: { value: "  \n" } });
  fireEvent.keyDown(box, { key: "Enter", ctrlKey: true });
  expect(button.hasAttribute("disabled")).toBe(true);
  fireEvent.change(box, { target: { value: " because " } });
  expect(screen.queryByText(m.reasonMissing)).toBeNull();
  fireEvent.keyDown(box, { key: "Enter" });
  fireEvent.keyDown(box, { key: "Enter", ctrlKey: true, keyCode: 229 });
  expect(reasons).toEqual([]);
  fireEvent.keyDown(box, { key: "Enter", ctrlKey: true });
  await userEvent.click(button);
  expect(reasons).toEqual(["because", "because"]);
});

test("what is being decided is not decided again; a refusal stands in the dialog and the reason stays", async () => {
  const reasons: string[] = [];
  const onDecide = (reason: string) => reasons.push(reason);
  const { rerender } = render(reasonDialog({ onDecide }));
  const box = await screen.findByTestId<HTMLTextAreaElement>("decide-reason");
  fireEvent.change(box, { target: { value: "because" } });
  rerender(reasonDialog({ onDecide, busy: true }));
  fireEvent.keyDown(box, { key: "Enter", ctrlKey: true });
  expect(reasons).toEqual([]);
  rerender(reasonDialog({ onDecide, refusal: { code: "test", text: "not so", lines: [] } }));
  expect(screen.getByTestId("refusal").textContent).toContain("not so");
  expect(box.value).toBe("because");
});

function Day({ seen, year = null }: { seen: (string | null)[]; year?: number | null }) {
  const [day, setDay] = useState<string | null>(null);
  const change = (next: string | null, wrong: boolean) => {
    seen.push(wrong ? "wrong" : next);
    setDay(next);
  };
  return <DateField label="day" value={day} onChange={change} year={year} testId="day" />;
}

test("a day is typed as offices write it; what is no day stays as typed and is no day", async () => {
  const seen: (string | null)[] = [];
  render(<Day seen={seen} year={2013} />);
  const box = screen.getByTestId<HTMLInputElement>("day");
  fireEvent.change(box, { target: { value: "4\u67087\u65E5" } });
  expect(seen).toEqual(["2013-04-07"]);
  expect(box.value).toBe("4\u67087\u65E5");
  fireEvent.blur(box);
  expect(box.value).toBe("2013-04-07");
  fireEvent.change(box, { target: { value: "2013-02-30" } });
  expect(seen).toEqual(["2013-04-07", "wrong"]);
  // Nobody is told off while writing.
  fireEvent.focus(box);
  expect(screen.queryByTestId("day-wrong")).toBeNull();
  fireEvent.blur(box);
  expect(box.value).toBe("2013-02-30");
  expect(screen.getByTestId("day-wrong").textContent).toBe(m.wrongDay(2013));
  fireEvent.change(box, { target: { value: "" } });
  expect(seen.at(-1)).toBeNull();
  expect(screen.queryByTestId("day-wrong")).toBeNull();
});

test("a day is picked from the calendar", async () => {
  const seen: (string | null)[] = [];
  render(<Day seen={seen} />);
  fireEvent.change(screen.getByTestId("day"), { target: { value: "2013-04-07" } });
  await userEvent.click(screen.getByLabelText(m.pick("day")));
  await userEvent.click(await screen.findByTitle("2013-04-20"));
  expect(seen).toEqual(["2013-04-07", "2013-04-20"]);
  expect(screen.queryByTitle("2013-04-20")).toBeNull();
  expect(document.activeElement).toBe(screen.getByTestId("day"));
  expect(screen.getByTestId<HTMLInputElement>("day").value).toBe("2013-04-20");
});

test("F6 goes between list and detail, Esc back to the list, but not out of a dialog over it", () => {
  render(
    <ListDetail
      list={<div role="grid" tabIndex={0} aria-label="g" />}
      detail={
        <>
          <input aria-label="in" />
          <div role="dialog">
            <input aria-label="over" />
          </div>
        </>
      }
      none="nothing"
      detailLabel="d"
    />,
  );
  const [grid, detail] = [screen.getByRole("grid"), screen.getByRole("region", { name: "d" })];
  grid.focus();
  fireEvent.keyDown(grid, { key: "F6" });
  expect(document.activeElement).toBe(detail);
  screen.getByLabelText("in").focus();
  fireEvent.keyDown(screen.getByLabelText("in"), { key: "Escape", keyCode: 229 });
  expect(document.activeElement).toBe(screen.getByLabelText("in"));
  fireEvent.keyDown(screen.getByLabelText("in"), { key: "Escape" });
  expect(document.activeElement).toBe(grid);
  screen.getByLabelText("over").focus();
  fireEvent.keyDown(screen.getByLabelText("over"), { key: "Escape" });
  expect(document.activeElement).toBe(screen.getByLabelText("over"));
});

test("with nothing open the right side says how to open something", () => {
  render(<ListDetail list={<p>list</p>} detail={null} none="choose one" detailLabel="d" />);
  expect(screen.getByText("choose one")).toBeTruthy();
});

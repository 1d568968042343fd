// 退回: only those who answer for the entry are offered, and the one that was chosen is sent.
import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import type { EntryForm, ReturnBoxes } from "../../ipc/bindings";
import { reviewMessages as m } from "../../messages/review";
import { ReturnDialog } from "./ReturnDialog";

/** The kit's dialog is slow to come on a machine that does much else. */
const SLOW = 20_000;
const { sent } = vi.hoisted(() => ({ sent: [] as ReturnBoxes[] }));

vi.mock("../../ipc/commands", () => ({
  returnEntry: (_: unknown, boxes: ReturnBoxes) => {
    sent.push(boxes);
    return Promise.resolve({ message: "returned" });
  },
}));

beforeAll(() => {
  // The test page has no sizes; the kit measures text boxes by lengths that it cannot reckon.
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

afterEach(() => {
  cleanup();
  sent.length = 0;
});

const form = { department_name: "A", return_to: ["A", "B", "C"], submitted: null, items: [] } as unknown as EntryForm;
const target = { key: { year: 2013, task: 5, quarter: 1, round: 1, department: "d" }, revision: "r" };

test("an entry goes back to one of those who are offered, its own department unless another is chosen", async () => {
  const said: string[] = [];
  render(<ReturnDialog target={target} form={form} pointed={{ place: null, quote: "" }} onReturned={(message) => said.push(message)} onClose={() => undefined} />);
  await screen.findByTestId("return-to");
  // Looking for it by its role takes the test page seconds.
  fireEvent.mouseDown(document.querySelector(`input[aria-label="${m.returnTo}"]`) ?? document.body);
  expect(Array.from(document.querySelectorAll(".ant-select-item-option"), (option) => option.textContent)).toEqual(["A", "B", "C"]);
  fireEvent.click(document.querySelectorAll(".ant-select-item-option")[1] ?? document.body);
  fireEvent.change(screen.getByTestId("return-reason"), { target: { value: "why" } });
  fireEvent.click(screen.getByTestId("return"));
  await waitFor(() => expect(said).toEqual(["returned"]));
  expect(sent).toEqual([{ reason: "why", to: "B", place: null, quote: "" }]);
}, SLOW);

// The window with an invented back end: what an officer does first, and what must not happen.
import { mockIPC, clearMocks } from "@tauri-apps/api/mocks";
import { cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import { createBackend, type Scene } from "../../tests/mock/backend";
import { App } from "./App";

const SLOW = { timeout: 8000 };

beforeAll(() => {
  // What jsdom lacks of a window.
  vi.stubGlobal("matchMedia", () => ({ matches: false, addListener: () => undefined, removeListener: () => undefined, addEventListener: () => undefined, removeEventListener: () => undefined }));
  vi.stubGlobal("ResizeObserver", class { observe() {} unobserve() {} disconnect() {} });
  Element.prototype.scrollIntoView = () => undefined;
});

afterEach(() => {
  cleanup();
  clearMocks();
  window.location.hash = "";
});

/** Opens the window; resolves to the commands that it has sent. */
function openWindow(scene: Scene, hash = "") {
  window.location.hash = hash;
  const sent: string[] = [];
  const backend = createBackend(scene);
  mockIPC(
    (command, payload) => {
      sent.push(command);
      return backend(command, payload);
    },
    { shouldMockEvents: true },
  );
  render(<App />);
  return sent;
}

test("first start: the sample opens on the board, whose counts add up", async () => {
  openWindow("first");
  await userEvent.click(await screen.findByTestId("open-sample", {}, SLOW));
  const sentence = await screen.findByTestId("sentence", {}, SLOW);
  const [total = 0, ...parts] = Array.from(sentence.querySelectorAll("strong"), (count) => Number(count.textContent));
  expect(total).toBe(20);
  expect(parts.reduce((sum, part) => sum + part, 0)).toBe(total);
  expect(await screen.findByTestId("sample-mark")).toBeTruthy();
}, 20_000);

test("first start: beginning asks for what is missing where it is missing", async () => {
  const sent = openWindow("first");
  await userEvent.click(await screen.findByTestId("begin", {}, SLOW));
  expect(screen.getAllByRole("alert")).toHaveLength(2);
  expect(document.activeElement?.id).toBe("begin-office");
  expect(sent).not.toContain("begin");
}, 20_000);

test("submitting names the missing boxes, then submits and can be undone", async () => {
  const sent = openWindow("sample", "#/2013/1/entry?open=20.1");
  await userEvent.click(await screen.findByTestId("claim-not_done", {}, SLOW));
  await userEvent.click(screen.getByTestId("submit"));
  for (const box of ["cause", "measure", "due", "person", "text", "onBehalf"]) expect(screen.getByTestId(`missing-${box}`)).toBeTruthy();
  expect(sent).not.toContain("submit_entry");

  await userEvent.click(screen.getByTestId("claim-done"));
  fireEvent.change(screen.getByTestId("source-detail"), { target: { value: "x" } });
  fireEvent.change(screen.getByTestId("box-text"), { target: { value: "y" } });
  await userEvent.click(screen.getByTestId("submit"));
  expect(await screen.findByTestId("entry-message", {}, SLOW)).toBeTruthy();
  expect(sent.filter((command) => command === "submit_entry")).toHaveLength(1);
  expect(sent.indexOf("save_draft")).toBeLessThan(sent.indexOf("submit_entry"));

  fireEvent.keyDown(document.body, { key: "z", ctrlKey: true });
  await waitFor(() => expect(sent).toContain("undo_entry"), SLOW);
}, 30_000);

test("Ctrl+Enter submits, but not while an input method composes; Ctrl+Z in a box of text is the box's own", async () => {
  const sent = openWindow("sample", "#/2013/1/entry?open=20.1");
  const box = await screen.findByTestId("box-text", {}, SLOW);
  fireEvent.keyDown(box, { key: "Enter", ctrlKey: true, keyCode: 229 });
  expect(screen.queryByTestId("missing-claim")).toBeNull();
  fireEvent.keyDown(box, { key: "z", ctrlKey: true });
  expect(sent).not.toContain("undo_entry");
  fireEvent.keyDown(box, { key: "Enter", ctrlKey: true });
  expect(await screen.findByTestId("missing-claim")).toBeTruthy();
}, 20_000);

test("a department's office cannot write for another", async () => {
  openWindow("department", "#/2013/1/entry?open=1.1");
  const submit = await screen.findByTestId("submit", {}, SLOW);
  expect(submit.hasAttribute("disabled")).toBe(true);
}, 20_000);

test("the register shows the whole paper and filters by mark", async () => {
  openWindow("sample", "#/2013/1/register?mark=unreported");
  const table = await screen.findByRole("table", {}, SLOW);
  expect(within(table).getByTestId("task-19")).toBeTruthy();
  expect(within(table).getByTestId("task-20")).toBeTruthy();
  expect(within(table).queryByTestId("task-1")).toBeNull();
}, 20_000);

test("a paper is read, looked at, and put in force", async () => {
  const sent = openWindow("empty", "#/-/1/plan");
  await userEvent.click(await screen.findByTestId("pick-paper", {}, SLOW));
  await userEvent.click(await screen.findByTestId("put-in-force", {}, SLOW));
  expect(await screen.findByTestId("plan-message", {}, SLOW)).toBeTruthy();
  expect(sent).toContain("import_paper");
}, 20_000);

test("who records is asked, and answered by one press", async () => {
  const sent = openWindow("ask");
  const people = await screen.findByTestId("who-people", {}, SLOW);
  await userEvent.click(within(people).getAllByRole("button")[0] ?? people);
  await waitFor(() => expect(screen.queryByTestId("who-people")).toBeNull(), SLOW);
  expect(sent).toContain("take_over");
}, 20_000);

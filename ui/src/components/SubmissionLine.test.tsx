// The state line of a 季度报送表: says where it stands, and takes a scan under the 报送码 on the paper.
import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import type { BoxEvidence, SubmissionView } from "../ipc/bindings";
import { submissionMessages as m } from "../messages/submission";
import { SubmissionLine } from "./SubmissionLine";

const SLOW = 20_000;
const { sent } = vi.hoisted(() => ({ sent: [] as unknown[][] }));
const scan: BoxEvidence = { form: "file", sha256: "a".repeat(64), size: 2048, name: "scan.pdf", media_type: "application/pdf", personal: true, code: null };

vi.mock("../ipc/events", () => ({ useShellEvent: () => undefined }));
vi.mock("../ipc/commands", () => ({
  pickFiles: () => Promise.resolve({ added: [scan], refused: [] }),
  picture: () => Promise.resolve({ thumbnail: null, taken_at: null, latitude: null, longitude: null }),
  bindScan: (code: string, files: BoxEvidence[]) => {
    sent.push([code, files.map(({ form }) => form)]);
    return Promise.resolve({ message: "ok", submission: view("submitted", null) });
  },
}));

const view = (state: string, awaited: string | null): SubmissionView => ({ department: "d", name: "D", state, word: state, words: `${state}.`, code: "NEWC-ODEE-EEEE", awaited, scan: null });

beforeAll(() => {
  vi.stubGlobal("ResizeObserver", class { observe() {} unobserve() {} disconnect() {} });
  Element.prototype.scrollIntoView = () => undefined;
});

afterEach(() => {
  cleanup();
  sent.length = 0;
});

test("before printing there is nothing to take back", () => {
  const { rerender } = render(<SubmissionLine submission={null} year={2013} onScanned={() => undefined} />);
  expect(screen.getByTestId("submission-words").textContent).toBe(m.draft);
  rerender(<SubmissionLine submission={view("draft", null)} year={2013} onScanned={() => undefined} />);
  expect(screen.queryByTestId("submission-scan")).toBeNull();
  // Control: once it is printed there is.
  rerender(<SubmissionLine submission={view("printed", "OLDC-ODEE-EEEE")} year={2013} onScanned={() => undefined} />);
  expect(screen.getByTestId("submission").dataset["state"]).toBe("printed");
  expect(screen.getByTestId("submission-scan")).toBeTruthy();
});

test(
  "the dialog offers the code of the paper that is awaited, not of what is stated now",
  async () => {
    const heard: string[] = [];
    render(<SubmissionLine submission={view("changed", "OLDC-ODEE-EEEE")} year={2013} onScanned={({ message }) => heard.push(message)} />);
    fireEvent.click(screen.getByTestId("submission-scan"));
    const code = await screen.findByDisplayValue("OLDC-ODEE-EEEE");
    expect(code).toBeTruthy();
    expect(screen.queryByDisplayValue("NEWC-ODEE-EEEE")).toBeNull();
    fireEvent.click(screen.getByTestId("submission-take-decide"));
    await waitFor(() => expect(sent).toEqual([["OLDC-ODEE-EEEE", []]]));
    await waitFor(() => expect(heard).toEqual(["ok"]));
  },
  SLOW,
);

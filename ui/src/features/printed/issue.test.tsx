// 签发 and 核验: what is sent, what is asked again where something is missing, and what differs shown cell by cell.
import { cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import type { IssueBoxes, IssuedView, ReportQuery, Verified } from "../../ipc/bindings";
import { issueMessages as m } from "../../messages/issue";
import { IssueActions } from "./IssueActions";

/** The kit's dialog is slow to come on a machine that does much else. */
const SLOW = 30_000;
const { sent, answer } = vi.hoisted(() => ({ sent: [] as unknown[], answer: { missing: false } }));

const issued: IssuedView = {
  id: "a1", number: "〔2013〕1号", year: 2013, title: "T", round: "2013Q1", as_of: "2013-04-24", issued_on: "2013-04-26", issued_by: "L", approved_by: "C", approved_on: "2013-04-25",
  scan: [], check_code: "XJ4B-NP4P-AHH6", ledger_head: "0".repeat(64), sha256: "1".repeat(64), size: 1, file_name: "a.pdf", gaps: ["g"], corrects: null, corrected: "see 2", sent: [],
};
const forged: Verified = { verdict: "content_changed", genuine: false, text: "forged", report: issued, differences: [{ place: "task 5", column: "state", issued: "12", found: "" }] };

vi.mock("../../ipc/events", () => ({ useShellEvent: () => undefined }));
vi.mock("../../ipc/commands", () => ({
  issuedReports: () => Promise.resolve([issued]),
  issueReport: (boxes: IssueBoxes) => {
    sent.push(boxes);
    return answer.missing && !boxes.with_gaps ? Promise.reject({ code: "incomplete", text: "missing", lines: ["one", "two"] }) : Promise.resolve(issued);
  },
  verifyReport: () => Promise.resolve(forged),
  verifyCode: (code: string) => {
    sent.push(code);
    return Promise.resolve({ ...forged, genuine: true, text: "good", differences: [] });
  },
}));

beforeAll(() => {
  // The test page has no scrolling and no sizes; the kit measures text boxes by lengths that it cannot reckon.
  vi.stubGlobal("ResizeObserver", class { observe() {} unobserve() {} disconnect() {} });
  Element.prototype.scrollIntoView = () => undefined;
});

afterEach(() => {
  cleanup();
  sent.length = 0;
  answer.missing = false;
});

const query: ReportQuery = { of: { document: "quarter", year: 2013, quarter: 1, department: null, style: "wide" }, audience: "internal", as_of: null };

function show(of: ReportQuery["of"] = query.of) {
  const onIssued = vi.fn<(said: string) => void>();
  render(<IssueActions query={{ ...query, of }} year={2013} onIssued={onIssued} />);
  return onIssued;
}

async function fill(): Promise<HTMLElement> {
  fireEvent.click(screen.getByTestId("issue-open"));
  const dialog = await screen.findByRole("dialog");
  const decide = within(dialog).getByTestId("issue-decide");
  expect(decide.hasAttribute("disabled")).toBe(true);
  fireEvent.change(within(dialog).getByTestId("issue-approvedBy"), { target: { value: "C" } });
  fireEvent.change(within(dialog).getByTestId("issue-on"), { target: { value: "2013-04-25" } });
  expect(decide.hasAttribute("disabled")).toBe(false);
  return dialog;
}

describe("签发", () => {
  it("sends who signed and when, and says the number", async () => {
    const onIssued = show();
    fireEvent.click(within(await fill()).getByTestId("issue-decide"));
    await vi.waitFor(() => expect(onIssued).toHaveBeenCalledWith(m.done("〔2013〕1号")));
    expect(sent).toEqual([{ query, series: null, approved_by: "C", approved_on: "2013-04-25", scan: [], with_gaps: false, corrects: null }]);
    expect((await screen.findByTestId("issued-report")).textContent).toContain("see 2");
  }, SLOW);

  it("lists what is missing, and issues all the same only when that is pressed", async () => {
    answer.missing = true;
    const onIssued = show();
    const dialog = await fill();
    expect(within(dialog).queryByTestId("issue-with-gaps")).toBeNull();
    fireEvent.click(within(dialog).getByTestId("issue-decide"));
    expect(await within(dialog).findByText("two")).toBeTruthy();
    expect(onIssued).not.toHaveBeenCalled();
    fireEvent.click(within(dialog).getByTestId("issue-with-gaps"));
    await vi.waitFor(() => expect(onIssued).toHaveBeenCalled());
    expect(sent.map((boxes) => (boxes as IssueBoxes).with_gaps)).toEqual([false, true]);
  }, SLOW);

  it("is not offered for what is never issued", () => {
    show({ document: "whitepaper", year: 2013 });
    expect(screen.queryByTestId("issue-open")).toBeNull();
    expect(screen.getByTestId("verify-open")).toBeTruthy();
  });
});

describe("核验", () => {
  it("shows each difference, and a good code without any", async () => {
    show();
    fireEvent.click(screen.getByTestId("verify-open"));
    fireEvent.click(await screen.findByTestId("verify-file"));
    const cells = within(await screen.findByTestId("differences")).getAllByRole("cell").map(({ textContent }) => textContent);
    expect(cells).toEqual(["task 5", "state", "12", m.absent]);
    fireEvent.change(screen.getByTestId("verify-code"), { target: { value: "xj4bnp4pahh6" } });
    fireEvent.click(screen.getByTestId("verify-code-decide"));
    expect(await screen.findByText("good")).toBeTruthy();
    expect(screen.queryByTestId("differences")).toBeNull();
    expect(sent).toEqual(["xj4bnp4pahh6"]);
  }, SLOW);
});

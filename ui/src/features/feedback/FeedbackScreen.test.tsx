// 公众意见 as it is worked with: the list, one piece, taking in, answering, closing, changing; what is sent is what was written.
import { cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import type { FeedbackChange, FeedbackView, NewFeedback } from "../../ipc/bindings";
import type { ScreenProps } from "../../components/screen";
import { feedbackLetter, feedbackList, feedbackSuggestions, feedbackView } from "../../../tests/mock/feedback";
import { FeedbackScreen } from "./FeedbackScreen";
import { changeOf } from "./ChangeFeedbackDialog";
import { lacking, withLetter } from "./NewFeedbackDialog";

type Sent = [string, ...unknown[]];
const { sent, answers } = vi.hoisted(() => ({ sent: [] as Sent[], answers: { empty: false } }));
const taken = (word: string, id: string, ...rest: unknown[]): Promise<FeedbackView> => {
  sent.push([word, id, ...rest]);
  return Promise.resolve(feedbackView(id));
};

vi.mock("../../ipc/events", () => ({ useShellEvent: () => undefined }));
vi.mock("../../ipc/commands", () => ({
  feedbackList: () => Promise.resolve(feedbackList(answers.empty)),
  feedback: (id: string) => Promise.resolve(feedbackView(id)),
  suggestTasks: (_: number, text: string) => Promise.resolve(text === "\n" ? [] : feedbackSuggestions),
  answerFeedback: (id: string, text: string) => taken("answer", id, text),
  closeFeedback: (id: string, words: string) => taken("close", id, words),
  reopenFeedback: (id: string, words: string) => taken("reopen", id, words),
  changeFeedback: (id: string, change: FeedbackChange) => taken("change", id, change),
  addFeedback: (piece: NewFeedback, letter: string | null) => taken("add", "f4", piece, letter),
  pasteLetter: (year: number, name: string) => {
    sent.push(["letter", year, name]);
    return Promise.resolve(feedbackLetter);
  },
  pasteFile: (name: string) => {
    sent.push(["file", name]);
    return Promise.resolve({ added: [{ form: "file", sha256: name, size: 1, name, media_type: "", personal: null, code: null }], refused: [] });
  },
}));

beforeAll(() => {
  // The test page has no scrolling and no sizes; the kit measures text boxes by lengths that it cannot reckon.
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
  answers.empty = false;
});

const board = { year: 2013, goals: [] } as unknown as ScreenProps["board"];
const said: string[] = [];
function show(at: string | null): void {
  const props = { board, at, onAt: () => undefined, onChanged: () => undefined, onStatus: (words: string) => said.push(words) } as unknown as ScreenProps;
  render(<FeedbackScreen {...props} />);
}
const type = (testId: string, value: string) => fireEvent.change(screen.getByTestId(testId), { target: { value } });

describe("公众意见", () => {
  it("says how the public is heard where nothing came in yet", async () => {
    answers.empty = true;
    show(null);
    expect(await screen.findByTestId("feedback-ways")).toBeTruthy();
    expect(screen.queryByTestId("feedback-list")).toBeNull();
  });

  it("opens a piece that is asked for, though the list of the year has none", async () => {
    answers.empty = true;
    show("f3");
    expect(await screen.findByTestId("feedback-detail")).toBeTruthy();
  });

  it("shows of the list what a number of 总览 counted: its quarter, its standing", async () => {
    const shown: number[] = [];
    for (const at of [null, "Q2", "Q1", "Q2/overdue"]) {
      show(at);
      await screen.findByTestId("feedback-list");
      shown.push(Number(/\d+/.exec(screen.getByTestId("table-count").textContent ?? "")?.[0]));
      cleanup();
    }
    expect(shown).toEqual([4, 4, 0, 1]);
  });

  it("answers with the words, and offers nothing to send before there are any", async () => {
    show("f3");
    const button = await screen.findByTestId("feedback-answer");
    expect(button).toHaveProperty("disabled", true);
    type("feedback-answer-text", "done");
    fireEvent.click(button);
    await waitFor(() => expect(sent).toEqual([["answer", "f3", "done"]]));
  });

  it("closes without an answer only with words, and with one at once", async () => {
    show("f3");
    fireEvent.click(await screen.findByTestId("feedback-close"));
    expect(sent).toEqual([]);
    type("feedback-closing-reason", "told by telephone");
    fireEvent.click(screen.getByTestId("feedback-closing"));
    await waitFor(() => expect(sent).toEqual([["close", "f3", "told by telephone"]]));
    cleanup();
    show("f2");
    fireEvent.click(await screen.findByTestId("feedback-close"));
    await waitFor(() => expect(sent[1]).toEqual(["close", "f2", ""]));
  });

  it("sends of a change only what differs, and takes an offered task when it is clicked", async () => {
    show("f2");
    fireEvent.click(await screen.findByTestId("feedback-change"));
    expect(screen.getByTestId("feedback-change-save")).toHaveProperty("disabled", true);
    fireEvent.click(await screen.findByTestId("suggested-17"));
    fireEvent.click(screen.getByTestId("feedback-change-save"));
    await waitFor(() => expect(sent).toEqual([["change", "f2", { plan_year: 2013, kind: null, task: 17, department: null, due: null }]]));
  });

  it("takes in what was typed, with the task that was offered", async () => {
    show(null);
    fireEvent.click(await screen.findByTestId("feedback-new"));
    expect(screen.getByTestId("feedback-record")).toHaveProperty("disabled", true);
    fireEvent.click(screen.getByTestId("kind-complaint"));
    fireEvent.click(screen.getByTestId("channel-telephone"));
    type("feedback-subject", "subject");
    type("feedback-words", "words");
    fireEvent.click(await screen.findByTestId("suggested-17"));
    fireEvent.click(screen.getByTestId("feedback-record"));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]?.[2]).toMatchObject({ kind: "complaint", channel: "telephone", subject: "subject", text: "words", task: 17, received: "" });
  });

  it("reads a pasted e-mail into the form and keeps other pasted files as attachments", async () => {
    show(null);
    fireEvent.click(await screen.findByTestId("feedback-new"));
    // The test page reads no files.
    const scan = Object.assign(new File(["x"], "scan.pdf"), { arrayBuffer: () => Promise.resolve(new ArrayBuffer(1)) });
    const source = "From: a@example.com\nSubject: x\n\ntext";
    fireEvent.paste(document.body, { clipboardData: { getData: () => source, files: [] } });
    await waitFor(() => expect(screen.getByTestId("feedback-subject")).toHaveProperty("value", feedbackLetter.subject));
    fireEvent.paste(document.body, { clipboardData: { getData: () => "", files: [scan] } });
    expect(await within(screen.getByRole("dialog")).findByText("scan.pdf")).toBeTruthy();
    expect(sent.map(([word]) => word)).toEqual(["letter", "file"]);
    fireEvent.click(screen.getByTestId("kind-question"));
    fireEvent.click(screen.getByTestId("feedback-record"));
    await waitFor(() => expect(sent[2]?.[3]).toBe("l"));
    expect(sent[2]?.[2]).toMatchObject({ files: [{ name: "scan.pdf" }] });
  });
});

describe("what is sent", () => {
  it("is no change where nothing differs", () => {
    const view = feedbackView("f3");
    const same = { kind: view.line.kind, task: null, department: "", due: view.line.due };
    expect(changeOf(view, 2013, same)).toBeNull();
    expect(changeOf(view, 2013, { ...same, department: "d001" })).toEqual({ plan_year: 2013, kind: null, task: null, department: "d001", due: null });
  });

  it("keeps what was typed before an e-mail came", () => {
    const typed = { plan_year: 2013, kind: null, channel: null, received: null, subject: "typed", text: "", name: "", contact: "", task: null, department: null, files: [] };
    expect(withLetter(typed, feedbackLetter)).toMatchObject({ subject: "typed", text: feedbackLetter.text, channel: "email", received: "2013-04-20" });
    expect(lacking(typed)).toHaveLength(3);
  });
});

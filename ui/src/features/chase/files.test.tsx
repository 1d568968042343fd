// Files with 领导批示 and 督办 steps: added by dialog, drop and paste, answered for, sent, and opened where they stand.
import { act, cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { chaseView } from "../../../tests/mock/chase";
import type { ScreenProps } from "../../components/screen";
import type { AddedFiles, BoxEvidence, InstructionBoxes, StepBoxes } from "../../ipc/bindings";
import { chaseMessages } from "../../messages/chase";
import { evidenceMessages as m } from "../../messages/evidence";
import { fieldMessages } from "../../messages/fields";
import { ChaseScreen } from "./ChaseScreen";
import { Instructions } from "./Instructions";
import { Items } from "./Items";

/** The kit's dialog is slow to come on a machine that does much else. */
const SLOW = 20_000;
type Heard = (payload: { drop: string; names: string[] }) => void;
const { sent, heard, answer } = vi.hoisted(() => ({ sent: [] as unknown[][], heard: new Map<string, Heard>(), answer: { refused: [] as string[] } }));

const file = (name: string, personal: boolean | null = null): BoxEvidence => ({ form: "file", sha256: name.repeat(8), size: 2048, name, media_type: "", personal, code: null });
const stored = (word: string, name: string): Promise<AddedFiles> => {
  sent.push([word, name]);
  return Promise.resolve({ added: answer.refused.length > 0 ? [] : [file(name)], refused: answer.refused });
};

vi.mock("../../ipc/events", () => ({ useShellEvent: (name: string, handle: Heard) => void heard.set(name, handle) }));
vi.mock("../../ipc/commands", () => ({
  chase: () => Promise.resolve(chaseView(true)),
  pickFiles: () => stored("pick", "picked.pdf"),
  takeFiles: (drop: string) => stored("take", drop),
  pasteFile: (name: string) => stored("paste", name),
  picture: () => Promise.resolve({ thumbnail: null, taken_at: null, latitude: null, longitude: null }),
  openFile: (sha256: string, name: string) => {
    sent.push(["open", sha256, name]);
    return Promise.resolve(null);
  },
  addInstruction: (_: number, boxes: InstructionBoxes) => {
    sent.push(["instruction", boxes]);
    return Promise.resolve({});
  },
  stepSupervision: (_: number, item: string, boxes: StepBoxes) => {
    sent.push(["step", item, boxes]);
    return Promise.resolve({});
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
  answer.refused = [];
});

const nothing = () => undefined;
const items = chaseView(false).items;
/** The dialog of the first item's next step. */
async function openStep(): Promise<HTMLElement> {
  render(<Items items={items} year={2013} onAdd={nothing} onChanged={nothing} />);
  fireEvent.click(await screen.findByText(items[0]?.number_text ?? ""));
  fireEvent.click(await screen.findByTestId("step-answered"));
  return screen.findByRole("dialog");
}

describe("the dialog of a step", () => {
  it("takes files in three ways, asks of each whether it names people, and sends both answers", async () => {
    const dialog = await openStep();
    fireEvent.change(within(dialog).getByTestId("step-words"), { target: { value: "done" } });
    fireEvent.click(within(dialog).getByTestId("pick-files"));
    expect(await within(dialog).findByText("picked.pdf")).toBeTruthy();
    expect(within(dialog).getAllByText("2 KB")).toHaveLength(1);
    act(() => heard.get("files-dropped")?.({ drop: "dropped.png", names: ["dropped.png"] }));
    expect(await within(dialog).findByText("dropped.png")).toBeTruthy();
    // The test page reads no files.
    const pasted = Object.assign(new File(["x"], "pasted.pdf"), { arrayBuffer: () => Promise.resolve(new ArrayBuffer(1)) });
    fireEvent.paste(document.body, { clipboardData: { getData: () => "", files: [pasted] } });
    expect(await within(dialog).findByText("pasted.pdf")).toBeTruthy();
    expect(within(dialog).getByTestId("step-decide")).toHaveProperty("disabled", true);
    expect(within(dialog).getByText(fieldMessages.missing(m.personalAsked))).toBeTruthy();
    fireEvent.click(within(dialog).getByTestId("personal-0-no"));
    fireEvent.click(within(dialog).getByTestId("personal-1-yes"));
    expect(within(dialog).getByTestId("step-decide")).toHaveProperty("disabled", true);
    fireEvent.click(within(dialog).getByRole("button", { name: new RegExp(`${m.remove}.*pasted\\.pdf`) }));
    await waitFor(() => expect(within(dialog).getByTestId("step-decide")).toHaveProperty("disabled", false));
    fireEvent.click(within(dialog).getByTestId("step-decide"));
    await waitFor(() => expect(sent.at(-1)?.[0]).toBe("step"));
    expect(sent.at(-1)?.[2]).toMatchObject({ stage: "answered", files: [{ name: "picked.pdf", personal: false }, { name: "dropped.png", personal: true }] });
  }, SLOW);

  it("brings back what was removed, with the keyboard on it", async () => {
    const dialog = await openStep();
    fireEvent.click(within(dialog).getByTestId("pick-files"));
    fireEvent.click(await within(dialog).findByTestId("personal-0-yes"));
    fireEvent.click(within(dialog).getByRole("button", { name: new RegExp(`${m.remove}.*picked`) }));
    const restore = within(dialog).getByRole("button", { name: m.restore });
    expect(document.activeElement).toBe(restore);
    fireEvent.click(restore);
    expect(within(dialog).getByTestId("personal-0-yes")).toHaveProperty("checked", true);
    expect(document.activeElement).toBe(within(dialog).getByTestId("pick-files"));
  });

  it("says which file was refused and keeps the dialog", async () => {
    answer.refused = ["no such file"];
    const dialog = await openStep();
    fireEvent.click(within(dialog).getByTestId("pick-files"));
    expect(await within(dialog).findByText("no such file")).toBeTruthy();
    expect(within(dialog).queryByTestId("evidence-0")).toBeNull();
    expect(within(dialog).getByTestId("step-decide")).toHaveProperty("disabled", false);
  });
});

describe("stored files", () => {
  it("open from the instruction and from the step that they stand with", async () => {
    const [one] = chaseView(false).instructions;
    if (one === undefined) throw new Error("no instruction");
    render(<Instructions instructions={[{ ...one, scan: [file("scan.pdf", true)] }]} onAdd={nothing} onAssign={nothing} />);
    fireEvent.click(await screen.findByText(one.leader));
    const scans = screen.getByRole("list", { name: chaseMessages.scan });
    expect(scans.textContent).toContain(m.personalIs);
    fireEvent.click(within(scans).getByRole("button", { name: "scan.pdf" }));
    expect(sent).toEqual([["open", "scan.pdf".repeat(8), "scan.pdf"]]);
    cleanup();
    const [item] = items;
    const [step] = item?.steps ?? [];
    if (item === undefined || step === undefined) throw new Error("no item");
    render(<Items items={[{ ...item, steps: [{ ...step, files: [file("letter.pdf", false)] }] }]} year={2013} onAdd={nothing} onChanged={nothing} />);
    fireEvent.click(await screen.findByText(item.number_text));
    fireEvent.click(screen.getByRole("button", { name: "letter.pdf" }));
    expect(sent.at(-1)).toEqual(["open", "letter.pdf".repeat(8), "letter.pdf"]);
  });
});

describe("the dialog of an instruction", () => {
  it("has a field for its scan that takes a drop", async () => {
    const props = { board: { year: 2013, quarter: 1, goals: [] }, at: "instructions", onAt: nothing, onOpen: nothing, onChanged: nothing, onStatus: nothing } as unknown as ScreenProps;
    render(<ChaseScreen {...props} />);
    fireEvent.click(await screen.findByTestId("chase-add"));
    const dialog = await screen.findByRole("dialog");
    expect(within(dialog).getByText(chaseMessages.scan)).toBeTruthy();
    act(() => heard.get("files-dropped")?.({ drop: "scan.pdf", names: ["scan.pdf"] }));
    expect(await within(dialog).findByText("scan.pdf")).toBeTruthy();
    expect(sent).toEqual([["take", "scan.pdf"]]);
  });
});

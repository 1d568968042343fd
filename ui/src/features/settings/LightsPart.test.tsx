// Thresholds and words of the year lights: what is typed is what is sent, in tenths of a point.
import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { LightChoice, Settings } from "../../ipc/bindings";
import { LightsPart } from "./LightsPart";

const { sent } = vi.hoisted(() => ({ sent: [] as LightChoice[] }));

const lights: LightChoice = { on_track: 50, slow: 200, preset: "schedule", words: ["a", "b", "c", "d"] };
const settings = { lights } as Settings;

vi.mock("../../ipc/commands", () => ({
  setLights: (choice: LightChoice) => {
    sent.push(choice);
    return Promise.resolve({ lights: choice });
  },
}));

// The test page has no scrolling.
Element.prototype.scrollIntoView = () => undefined;

afterEach(() => {
  cleanup();
  sent.length = 0;
});

describe("LightsPart", () => {
  it("offers to save only what was changed, and sends tenths", async () => {
    render(<LightsPart settings={settings} onSettings={() => undefined} />);
    expect(screen.queryByTestId("lights-save")).toBeNull();
    fireEvent.change(screen.getByTestId("lights-on-track"), { target: { value: "7.5" } });
    fireEvent.click(screen.getByTestId("lights-save"));
    await waitFor(() => expect(sent).toEqual([{ ...lights, on_track: 75 }]));
  });

  it("shows the four words only where they are one's own", () => {
    render(<LightsPart settings={{ lights: { ...lights, preset: null } } as Settings} onSettings={() => undefined} />);
    expect(screen.getByTestId("lights-word-3")).toHaveProperty("value", "d");
    cleanup();
    render(<LightsPart settings={settings} onSettings={() => undefined} />);
    expect(screen.queryByTestId("lights-word-0")).toBeNull();
  });
});

// How large the pages are shown: by hand, by the width of the view, or a whole page at a time. Its keys are the browsers'.
import { GAP_PX, MARGIN_PX, POINT_PX, type SheetSize } from "./places";

export type Zoom = number | "width" | "page";

/** The steps, and with the first and the last the bounds. */
export const ZOOMS = [0.5, 0.75, 1, 1.25, 1.5, 2, 3] as const;
const LEAST = ZOOMS[0];
const MOST = ZOOMS[ZOOMS.length - 1] ?? 3;
/** The least share of its real size at which a page of 五号 text is read without effort, and the most that fitting gives. */
const LEGIBLE = 0.72;
const LARGE = 1.25;

/** The next step of the zoom in a direction, from where it is now. */
export function zoomStep(now: number, direction: 1 | -1): number {
  const larger = ZOOMS.find((zoom) => zoom > now + 0.01);
  const smaller = ZOOMS.findLast((zoom) => zoom < now - 0.01);
  return (direction === 1 ? larger : smaller) ?? now;
}

/** By the wheel: a tenth a notch, within the bounds. */
export const zoomBy = (now: number, wheel: number): number => Math.min(MOST, Math.max(LEAST, now * (wheel < 0 ? 1.1 : 1 / 1.1)));

interface View {
  width: number;
  height: number;
}

export interface Scaled {
  /** CSS pixels to a point. */
  scale: number;
  columns: 1 | 2;
}

/** Two pages side by side where both stay legible, else one that fills the width. */
export function fitting(width: number, widest: number): Scaled {
  const both = (width - 2 * MARGIN_PX - GAP_PX) / (2 * widest);
  if (both >= LEGIBLE * POINT_PX) return { scale: Math.min(both, POINT_PX), columns: 2 };
  return { scale: Math.min(Math.max(0.2, (width - 2 * MARGIN_PX) / widest), LARGE * POINT_PX), columns: 1 };
}

/** The scale of a zoom for pages of these sizes in a view of that size. */
export function scaled(zoom: Zoom, sizes: readonly SheetSize[], view: View): Scaled {
  const widest = sizes.reduce((most, size) => Math.max(most, size.width), 1);
  if (zoom === "width") return fitting(view.width, widest);
  if (zoom !== "page") return { scale: zoom * POINT_PX, columns: 1 };
  const highest = sizes.reduce((most, size) => Math.max(most, size.height), 1);
  const scale = Math.max(0.1, Math.min((view.height - 2 * MARGIN_PX) / highest, (view.width - 2 * MARGIN_PX) / widest));
  return { scale, columns: 1 };
}

type Key = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey">;

/** What Ctrl with +, - or 0 asks for; `null`: the key is another's. */
export function zoomKey({ key, ctrlKey, metaKey, altKey }: Key): "in" | "out" | "fit" | null {
  if (!(ctrlKey || metaKey) || altKey) return null;
  if (key === "+" || key === "=") return "in";
  if (key === "-" || key === "_") return "out";
  return key === "0" ? "fit" : null;
}

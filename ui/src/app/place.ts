// Where the window is: year and round, which hold for every screen, and the screen. It is written in the address (#/2013/1/register?…),
// so that Alt+← goes back.
import type { Opened } from "../components/tasks";
import { EVERYTHING, MARK_FILTERS, type RegisterFilter } from "../features/register/filter";
import { type DrawnScreen, SCREENS, type Screen, isDrawn } from "./screens";

export type Place =
  /** `at`: as of the drawn screens below. */
  | { screen: "plan"; at: string | null }
  | { screen: "register"; filter: RegisterFilter; open: Opened | null }
  | { screen: "entry"; open: Opened | null }
  | { screen: "settings" }
  /** `at`: what of it is open, in its own words. */
  | { screen: DrawnScreen; at: string | null };

export interface Location {
  /** `null` while there is no plan. */
  year: number | null;
  quarter: number;
  place: Place;
}

export function placeOf(screen: Screen): Place {
  if (isDrawn(screen)) return { screen, at: null };
  switch (screen) {
    case "register":
      return { screen, filter: EVERYTHING, open: null };
    case "entry":
      return { screen, open: null };
    case "plan":
      return { screen, at: null };
    default:
      return { screen };
  }
}

function openedText(open: Opened): string {
  return [open.task, open.quarter, ...(open.department === null ? [] : [open.department])].join(".");
}

function openedOf(text: string | null): Opened | null {
  const [task, quarter, department] = (text ?? "").split(".");
  if (!/^\d+$/.test(task ?? "") || !/^[1-4]$/.test(quarter ?? "")) return null;
  return { task: Number(task), quarter: Number(quarter), department: department ?? null };
}

export function hashOf({ year, quarter, place }: Location): string {
  const query = new URLSearchParams();
  if (place.screen === "register") {
    if (place.filter.goal !== null) query.set("goal", place.filter.goal);
    if (place.filter.department !== null) query.set("department", place.filter.department);
    if (place.filter.mark !== null) query.set("mark", place.filter.mark);
    if (place.filter.find !== "") query.set("find", place.filter.find);
  }
  if ((place.screen === "register" || place.screen === "entry") && place.open !== null) query.set("open", openedText(place.open));
  if ("at" in place && place.at !== null) query.set("at", place.at);
  const tail = query.toString();
  return `#/${year ?? "-"}/${quarter}/${place.screen}${tail === "" ? "" : `?${tail}`}`;
}

/** `null` for what is no address of ours. */
export function locationOf(hash: string): Location | null {
  const parts = /^#\/(\d{4}|-)\/([1-4])\/([a-z]+)(?:\?(.*))?$/.exec(hash);
  if (parts === null) return null;
  const screen = SCREENS.find((known) => known === parts[3]);
  if (screen === undefined) return null;
  const query = new URLSearchParams(parts[4] ?? "");
  const open = openedOf(query.get("open"));
  const year = parts[1] === "-" ? null : Number(parts[1]);
  const quarter = Number(parts[2]);
  if (screen === "register") {
    const mark = MARK_FILTERS.find((known) => known === query.get("mark")) ?? null;
    const filter = { goal: query.get("goal"), department: query.get("department"), mark, find: query.get("find") ?? "" };
    return { year, quarter, place: { screen, filter, open } };
  }
  if (screen === "entry") return { year, quarter, place: { screen, open } };
  return { year, quarter, place: isDrawn(screen) || screen === "plan" ? { screen, at: query.get("at") } : placeOf(screen) };
}

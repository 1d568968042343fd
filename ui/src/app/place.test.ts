import { expect, test } from "vitest";
import { EVERYTHING } from "../features/register/filter";
import { hashOf, type Location, locationOf } from "./place";

const there = (place: Location["place"], year: number | null = 2013): Location => ({ year, quarter: 2, place });

test.each<[Location, string]>([
  [there({ screen: "overview", at: null }), "#/2013/2/overview"],
  [there({ screen: "printed", at: "a b&c=1" }), "#/2013/2/printed?at=a+b%26c%3D1"],
  [there({ screen: "plan", at: null }, null), "#/-/2/plan"],
  [there({ screen: "entry", open: null }), "#/2013/2/entry"],
  [there({ screen: "entry", open: { task: 12, quarter: 1, department: "d9" } }), "#/2013/2/entry?open=12.1.d9"],
  [there({ screen: "register", filter: { ...EVERYTHING, mark: "not_done" }, open: { task: 5, quarter: 2, department: null } }), "#/2013/2/register?mark=not_done&open=5.2"],
])("an address comes back: %j", (location, hash) => {
  expect(hashOf(location)).toBe(hash);
  expect(locationOf(hash)).toEqual(location);
});

test("words to find survive the address", () => {
  const location = there({ screen: "register", filter: { goal: "\u{6C11}\u{751F}\u{4FDD}\u{969C}", department: null, mark: null, find: "a&b=c #1" }, open: null });
  expect(locationOf(hashOf(location))).toEqual(location);
});

test.each(["", "#/2013/5/overview", "#/13/1/overview", "#/2013/1/nowhere", "#/2013/1/entry/x"])("no address of ours: %j", (hash) => {
  expect(locationOf(hash)).toBeNull();
});

test("an unknown mark or opening is left out, not taken over", () => {
  expect(locationOf("#/2013/1/register?mark=purple&open=x.9")?.place).toEqual({ screen: "register", filter: EVERYTHING, open: null });
});

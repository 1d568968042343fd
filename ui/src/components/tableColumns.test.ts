import { expect, test } from "vitest";
import { fitting } from "./tableColumns";
import { type Column, WHOLE } from "./tableRows";

const value = () => "";
const columns: readonly Column<null>[] = [
  { key: "name", title: "", value },
  { key: "first", title: "", width: 80, yields: 2, value },
  { key: "second", title: "", width: 80, yields: 1, value },
  { key: "state", title: "", width: 60, value },
];
const keys = (available: number, view = WHOLE) => fitting(columns, available, view).map(({ key }) => key);

test("a narrow table leaves out what may yield, one after the other", () => {
  expect(fitting(columns, 340, WHOLE)).toBe(columns);
  expect(keys(339)).toEqual(["name", "second", "state"]);
  expect(keys(250)).toEqual(["name", "state"]);
  expect(keys(10)).toEqual(["name", "state"]);
});

test("what sorts or filters the list stays", () => {
  expect(keys(10, { ...WHOLE, sorting: { key: "first", descending: false } })).toEqual(["name", "first", "state"]);
  expect(keys(10, { ...WHOLE, filters: { second: { kind: "choice", value: "" } } })).toEqual(["name", "second", "state"]);
});

import { expect, test } from "vitest";
import { boxOfPlace } from "./pointed";

test("a review's place leads to the box that shows it", () => {
  const places = [null, "text", "item:2", "value:2", "evidence:3"];
  expect(places.map(boxOfPlace)).toEqual([null, "text", "items", "values", "evidence"]);
});

import { expect, test } from "vitest";
import { apart } from "./apart";

test.each([
  ["演出12场", "演出15场", ["演出1", "2", "场"], ["演出1", "5", "场"]],
  ["甲乙", "甲丙乙", ["甲", "", "乙"], ["甲", "丙", "乙"]],
  ["场场", "场场场", ["场场", "", ""], ["场场", "场", ""]],
  ["", "全部", ["", "", ""], ["", "全部", ""]],
  ["𬱖江", "𬱗江", ["", "𬱖", "江"], ["", "𬱗", "江"]],
  ["同", "同", ["同", "", ""], ["同", "", ""]],
])("%s and %s part where they differ", (one, other, was, is) => {
  expect(apart(one, other)).toEqual([was, is]);
});

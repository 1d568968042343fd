import { describe, expect, it } from "vitest";
import { isLetterName, isLetterSource } from "./letter";

describe("an e-mail that is pasted", () => {
  it("is told by its file's name", () => {
    expect([isLetterName("a.EML"), isLetterName("a.eml.txt"), isLetterName("a.jpg")]).toEqual([true, false, false]);
  });

  it("is told by its headers, continued lines among them", () => {
    expect(isLetterSource("From: a@example.com\r\nSubject: =?gbk?B?xOM=?=\r\n =?gbk?B?xOM=?=\r\n\r\ntext")).toBe(true);
    expect(isLetterSource("\nReceived: by x\nDate: Thu, 2 May 2013\n\n")).toBe(true);
  });

  it("is no plain text, whatever colons it has", () => {
    for (const text of ["", "泥头车扰民\n电话: 138", "From: somebody\n\ntext", "Note: a\nTodo: b\n\ntext", "Subject: a\nFrom: b", "Subject: a\nand so on\n\n"]) expect(isLetterSource(text)).toBe(false);
  });
});

// The two places that hold the look agree, and every label of a screen stands in src/messages.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { COLOURS } from "./theme";

const SOURCE = join(import.meta.dirname, "..");

test("the kit and our own rules have the same colours", () => {
  const css = readFileSync(join(SOURCE, "app/tokens.css"), "utf8");
  for (const [name, colour] of Object.entries(COLOURS)) expect(css).toContain(`--${name}: ${colour};`);
});

const files = readdirSync(SOURCE, { recursive: true, encoding: "utf8" });
/** Code without its comments, which speak of the trade's nouns in Chinese. */
const code = (path: string) => readFileSync(join(SOURCE, path), "utf8").replaceAll(/\/\*[\s\S]*?\*\/|(?:^|\s)\/\/.*$/gm, "");

test("the frame that stands before any script has the same colours and measures", () => {
  const html = readFileSync(join(SOURCE, "../index.html"), "utf8");
  for (const value of [COLOURS.canvas, COLOURS.surface.slice(0, 4), COLOURS.rule, "44px", "24px", "148px", "56px"]) expect(html).toContain(value);
});

test("Chinese stands in src/messages only", () => {
  const elsewhere = files.filter((path) => /\.tsx?$/.test(path) && !path.startsWith("messages") && !path.includes(".test."));
  expect(elsewhere.length).toBeGreaterThan(40);
  expect(elsewhere.filter((path) => /[\u4e00-\u9fff]/.test(code(path)))).toEqual([]);
});

test("features never import each other", () => {
  const features = readdirSync(join(SOURCE, "features")).join("|");
  expect(features).toContain("register");
  const wrong = files
    .filter((path) => /^features.*\.tsx?$/.test(path))
    .flatMap((path) => [...code(path).matchAll(/from "(\.\.\/[^"]+)"/g)].map(([, from]) => `${path} ${from ?? ""}`))
    .filter((line) => new RegExp(`\\.\\./(?:${features})/`).test(line.split(" ")[1] ?? "") && !line.includes("messages"));
  expect(wrong).toEqual([]);
});

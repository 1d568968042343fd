import { expect, test } from "vitest";
import { copiedCells } from "./copy";

const TABLE = `<table><tbody>
<tr id="one"><th rowspan="2"><span>G</span></th><td>T1</td><td id="cell"><p>a "b"</p><div><button>mark</button><p>c</p></div></td><td><p>D1</p><p>D2</p></td></tr>
<tr id="two"><td>T2</td><td><p>x &lt; y</p></td><td><p>D3</p></td></tr>
</tbody></table>`;

function select(from: string, to = from): Range {
  document.body.innerHTML = TABLE.replaceAll("\n", "");
  const range = document.createRange();
  const start = document.querySelector(from);
  const end = document.querySelector(to);
  if (start === null || end === null) throw new Error("nothing to select");
  range.setStartBefore(start);
  range.setEndAfter(end);
  return range;
}

test("rows keep their cells, a spanned goal leaves its place, marks stay behind", () => {
  const copied = copiedCells(select("#one", "#two"), 4);
  expect(copied?.text).toBe('G\tT1\t"a ""b""\nc"\t"D1\nD2"\n\tT2\tx < y\tD3');
  expect(copied?.html).toBe('<table border="1"><tr><td rowspan="2">G</td><td>T1</td><td>a "b"<br style="mso-data-placement:same-cell">c</td><td>D1<br style="mso-data-placement:same-cell">D2</td></tr><tr><td>T2</td><td>x &lt; y</td><td>D3</td></tr></table>');
});

test("a single row is a row", () => {
  expect(copiedCells(select("#two"), 4)?.text).toBe("T2\tx < y\tD3");
});

test("within one cell the browser's own copying stays", () => {
  expect(copiedCells(select("#cell p"), 4)).toBeNull();
});

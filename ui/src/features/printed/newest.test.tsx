// Of several questions the newest is answered; one at a time is under way, and those between are never asked.
import { act, cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { useNewest } from "./newest";

afterEach(cleanup);

interface Asked {
  question: string;
  answer: (value: string) => Promise<void>;
  refuse: () => Promise<void>;
}

function scene() {
  const asked: Asked[] = [];
  const ask = (question: string) =>
    new Promise<string>((resolve, reject) => {
      asked.push({
        question,
        answer: (value) => act(async () => resolve(value)),
        refuse: () => act(async () => reject({ code: "x", text: "no", lines: [] })),
      });
    });
  function Shown({ question }: { question: string | null }) {
    const { shown, asking, refusal } = useNewest(question, ask);
    return <p data-testid="shown">{`${shown?.question}=${shown?.answer} ${asking ? "asking" : "settled"} ${refusal?.text ?? ""}`}</p>;
  }
  const { rerender } = render(<Shown question="a" />);
  return { asked, turn: (question: string | null) => rerender(<Shown question={question} />), says: () => screen.getByTestId("shown").textContent };
}

test("what was turned past is not asked, and the last answer stays until the next is there", async () => {
  const { asked, turn, says } = scene();
  await asked[0]?.answer("A");
  expect(says()).toBe("a=A settled ");
  turn("b");
  turn("c");
  turn("d");
  expect(asked.map(({ question }) => question)).toEqual(["a", "b"]);
  expect(says()).toBe("a=A asking ");
  await asked[1]?.answer("B");
  // An answer that was overtaken is dropped.
  expect(says()).toBe("a=A asking ");
  expect(asked.map(({ question }) => question)).toEqual(["a", "b", "d"]);
  await asked[2]?.answer("D");
  expect(says()).toBe("d=D settled ");
});

test("a refusal is the newest question's own, and going on clears it", async () => {
  const { asked, turn, says } = scene();
  await asked[0]?.refuse();
  expect(says()).toBe("undefined=undefined settled no");
  turn("b");
  expect(says()).toBe("undefined=undefined asking ");
  await asked[1]?.answer("B");
  expect(says()).toBe("b=B settled ");
  turn(null);
  expect(says()).toBe("undefined=undefined settled ");
});

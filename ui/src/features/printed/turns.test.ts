import { expect, test } from "vitest";
import { inTurn, RANK, type Rank } from "./turns";

/** Waits until everything that was asked for is done. */
const settled = () => new Promise((done) => setTimeout(done, 5));

/** Asks for a turn that notes itself. */
const noteNext = (order: string[]) =>
  inTurn(
    () => RANK.read,
    () => {
      order.push("next");
      return Promise.resolve();
    },
  );

test("one is drawn at a time, what is read first, then what is near, then what is small", async () => {
  const order: string[] = [];
  let now = 0;
  let most = 0;
  const ask = (name: string, rank: Rank) =>
    inTurn(
      () => rank,
      async () => {
        now += 1;
        most = Math.max(most, now);
        await Promise.resolve();
        order.push(name);
        now -= 1;
      },
    );
  ask("small", RANK.small);
  ask("near", RANK.near);
  ask("read", RANK.read);
  ask("read too", RANK.read);
  await settled();
  expect(order).toEqual(["read", "read too", "near", "small"]);
  expect(most).toBe(1);
});

test("who scrolls on is drawn where he is, and what he left is not drawn at all", async () => {
  const order: string[] = [];
  const ask = (name: string, rank: () => Rank) =>
    inTurn(rank, () => {
      order.push(name);
      return Promise.resolve();
    });
  let here: Rank = RANK.near;
  ask("first", () => RANK.read);
  ask("second", () => RANK.near);
  ask("third", () => here);
  const leave = ask("fourth", () => RANK.near);
  here = RANK.read;
  leave();
  await settled();
  expect(order).toEqual(["first", "third", "second"]);
});

test("a drawing that never ends holds the others up only until it is given up", async () => {
  const order: string[] = [];
  const giveUp = inTurn(() => RANK.read, () => new Promise(() => undefined));
  noteNext(order);
  await settled();
  expect(order).toEqual([]);
  giveUp();
  await settled();
  expect(order).toEqual(["next"]);
});

test("a drawing that fails keeps none of the others back", async () => {
  const order: string[] = [];
  inTurn(() => RANK.read, () => Promise.reject(new Error("cancelled")));
  noteNext(order);
  await settled();
  expect(order).toEqual(["next"]);
});

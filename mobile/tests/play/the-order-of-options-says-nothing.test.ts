import { expect, test } from "vitest";
import { shuffle } from "../../src/features/play/shuffle";

const items = ["a", "b", "c", "d"].map((id) => ({ id }));
const seeds = Array.from({ length: 400 }, (_, n) => `attempt-${n}`);

test("the same attempt always shows the same order", () => {
  expect(shuffle(items, "one")).toEqual(shuffle(items, "one"));
});

test("every option comes first about as often as the others", () => {
  const firsts = seeds.map((seed) => shuffle(items, seed)[0]?.id);
  for (const { id } of items) {
    const times = firsts.filter((one) => one === id).length;
    expect(times).toBeGreaterThan(60);
    expect(times).toBeLessThan(140);
  }
});

test("nothing is lost and nothing is added", () => {
  for (const seed of seeds)
    expect(
      shuffle(items, seed)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(["a", "b", "c", "d"]);
});

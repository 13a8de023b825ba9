import { expect, test } from "vitest";
import { figures } from "../../src/features/sky/figures";
import { seatOf } from "../../src/features/sky/seats";
import {
  constellations,
  type Entry,
  isDue,
  type Sewn,
  starsOf,
  suggest,
} from "../../src/features/sky/sky";

const DAY = 86_400_000;
const NOW = 400 * DAY;
const topics = [{ id: "people", title: "People", figure: { id: "jaguar", name: "Jaguar" } }];
const entry = (id: string, sensitive = false): Entry => ({
  id,
  tier: "ages-10-12",
  topic: "people",
  title: id,
  minutes: 4,
  sensitive,
});
const sewn = (days: number, plays = 1): Sewn => ({ stars: 2, plays, last: NOW - days * DAY });
const calm = [entry("one"), entry("two")];
const all = [...calm, entry("hard", true)];

test("a constellation is complete when every story that is not sensitive is sewn", () => {
  const [part] = constellations(topics, all, { one: sewn(0) });
  const [whole] = constellations(topics, all, { one: sewn(0), two: sewn(0) });
  expect(part?.complete).toBe(false);
  expect(whole?.complete).toBe(true);
});

test("a topic without stories has no constellation", () => {
  expect(constellations(topics, [], {})).toEqual([]);
});

test("a new story is invited before a sensitive one and before practice", () => {
  const invited = (state: Record<string, Sewn>) =>
    suggest(constellations(topics, all, state), state, NOW)?.id;
  expect(invited({})).toBe("one");
  expect(invited({ one: sewn(20) })).toBe("two");
  expect(invited({ one: sewn(20), two: sewn(0) })).toBe("one");
  expect(invited({ one: sewn(0), two: sewn(0) })).toBe("hard");
});

test("a thread comes loose after a day, a week and a month, then never again", () => {
  expect(isDue(sewn(0.5), NOW)).toBe(false);
  expect(isDue(sewn(1), NOW)).toBe(true);
  expect(isDue(sewn(6, 2), NOW)).toBe(false);
  expect(isDue(sewn(7, 2), NOW)).toBe(true);
  expect(isDue(sewn(30, 3), NOW)).toBe(true);
  expect(isDue(sewn(300, 4), NOW)).toBe(false);
  expect(isDue(undefined, NOW)).toBe(false);
});

test("stars of all stories are counted", () => {
  expect(starsOf({ one: sewn(0), two: sewn(0) })).toBe(4);
});

test("every figure seats its stars inside the cloth, also more than it has seats for", () => {
  for (const figure of Object.keys(figures)) {
    for (let n = 0; n < 12; n++) {
      for (const at of seatOf(figure, n)) {
        expect(at).toBeGreaterThanOrEqual(0);
        expect(at).toBeLessThanOrEqual(100);
      }
    }
  }
});

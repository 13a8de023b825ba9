import { expect, test } from "vitest";
import { coming, lines, type Play, resume, type Step, step } from "../../src/features/play/machine";
import { PARTS, partsDone } from "../../src/features/play/progress";
import { story } from "./story";

const begin = (path: string[] = []) => resume(story, path) as Play;
const run = (play: Play, ...steps: Step[]) => steps.reduce(step, play);
const forward: Step = { do: "forward" };
const answer = (at: number, id: string): Step => ({ do: "answer", at, answer: id });
const texts = (play: Play) =>
  lines(play).map((line) => ("said" in line ? line.said : line.beat.text));

test("one beat is shown, the next comes when the child taps", () => {
  const play = begin();
  expect(texts(play)).toEqual(["first one"]);
  expect(coming(play)?.text).toBe("first two");
  expect(texts(run(play, forward))).toEqual(["first one", "first two"]);
});

test("the ask stands once all beats are out, and not before", () => {
  expect(begin().phase).toBe("beats");
  expect(run(begin(), forward).phase).toBe("ask");
});

test("an answer before the ask changes nothing", () => {
  const play = begin();
  expect(run(play, answer(0, "stay"))).toBe(play);
});

test("a double tap on an option answers once", () => {
  const play = run(begin(), forward, answer(0, "stay"), answer(0, "stay"), answer(1, "tell"));
  expect(play.path).toEqual(["stay"]);
  expect(play.phase).toBe("feedback");
});

test("a late tap of an earlier ask does not answer the next one", () => {
  const play = run(begin(), forward, answer(0, "stay"), { do: "go" }, forward, answer(0, "tell"));
  expect(play.path).toEqual(["stay"]);
});

test("nothing disappears within a place: beats and the child's own words stay", () => {
  const play = run(begin(), forward, answer(0, "stay"), { do: "go" });
  expect(texts(play)).toEqual(["first one", "first two", "option stay", "second one"]);
});

test("a new place starts with a clean page", () => {
  const play = run(begin(), forward, answer(0, "leave"), { do: "go" });
  expect(texts(play)).toEqual(["end one"]);
});

test("a story is resumed at the scene its path leads to", () => {
  expect(begin(["stay"]).state.scene).toBe("second");
});

test("a path of another story cannot be resumed", () => {
  expect(resume(story, ["nonsense"])).toBeUndefined();
});

test("the band fills as the story goes and is full at the ending only", () => {
  const first = begin();
  const second = begin(["stay"]);
  const end = begin(["stay", "tell"]);
  const band = [first, second, end].map((play) => partsDone(story, play.state));
  expect(band[0]).toBe(0);
  expect(band[1]).toBeGreaterThan(0);
  expect(band[1]).toBeLessThan(PARTS);
  expect(band[2]).toBe(PARTS);
});

test("a story taken up again shows what was said before, as if it had never been left", () => {
  const walked = run(begin(), forward, answer(0, "stay"), { do: "go" });
  expect(texts(begin(["stay"]))).toEqual(texts(walked));
  expect(begin(["stay"]).state).toEqual(walked.state);
  expect(resume(story, ["nowhere"])).toBeUndefined();
});

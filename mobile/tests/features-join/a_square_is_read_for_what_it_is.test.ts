import { expect, it } from "vitest";
import { meant } from "../../src/features/join/Scan";

it("tells the square of a class from a child's card, and leaves every other one alone", () => {
  expect(meant("https://chumil.example/#/join/BCDF-2346")).toEqual({ code: "BCDF-2346" });
  expect(meant("https://chumil.example/#/card/aB_9-z")).toEqual({ card: "aB_9-z" });
  expect(meant("https://chumil.example/#/play/story")).toBeUndefined();
  expect(meant("https://chumil.example/#/card/a b")).toBeUndefined();
  expect(meant("WIFI:S:school;P:secret;;")).toBeUndefined();
});

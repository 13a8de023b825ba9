import { afterEach, expect, test } from "vitest";
import { parse } from "../../src/app/router";
import { register, speak, t } from "../../src/i18n";
import { en } from "../../src/i18n/en";
import { es } from "../../src/i18n/es";
import { more } from "../../src/i18n/more";
import { type Channel, unconfirmedSince } from "../../src/ui/help";

afterEach(() => {
  speak("es", { ...es, ...more });
  register("ages-10-12");
});

test("the two younger tiers are told tú, the two older vos", () => {
  speak("es", { ...es, ...more });
  register("ages-7-9");
  expect(t("sky_first")).toBe("Elige una estrella para empezar");
  register("ages-16-18");
  expect(t("sky_first")).toBe("Elegí una estrella para empezar");
});

test("values take their place", () => {
  expect(t("hello", { name: "Ixchel" })).toBe("Hola, Ixchel");
});

test("English has every word, and the same values in each", () => {
  const values = (words: string) =>
    [...words.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
  for (const [key, words] of Object.entries({ ...es, ...more })) {
    expect(values(en[key as keyof typeof en]), key).toEqual(values(words));
  }
});

test("a hash is a place and its argument", () => {
  expect(parse("#/play/el-nuevo")).toEqual({ at: "#/play", arg: "el-nuevo" });
  expect(parse("")).toEqual({ at: "#/", arg: "" });
});

test("a number nobody called, or whose review is past, says since when", () => {
  const channel = {
    verified_on: null,
    source_date: "2026-03-11",
    review_by: "2027-05-31",
  } as Channel;
  expect(unconfirmedSince(channel, "2026-11-01")).toBe("2026-03-11");
  const called = { ...channel, verified_on: "2026-10-01" };
  expect(unconfirmedSince(called, "2026-11-01")).toBeUndefined();
  expect(unconfirmedSince(called, "2027-06-01")).toBe("2026-10-01");
});

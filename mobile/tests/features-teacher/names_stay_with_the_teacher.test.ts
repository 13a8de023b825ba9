import { expect, it } from "vitest";
import type { Tile } from "../../src/features/teacher/actions";
import { asFile, fromFile, given, namesIn } from "../../src/features/teacher/names";

const tiles = ["a", "b", "c"].map((id) => ({ id }) as Tile);

it("reads a pasted list, a numbered one and a CSV with its heading", () => {
  expect(namesIn("Ixchel Tzoc\r\n\n  Mateo Chávez ")).toEqual(["Ixchel Tzoc", "Mateo Chávez"]);
  expect(namesIn("1. Ixchel Tzoc\n2) Mateo Chávez")).toEqual(["Ixchel Tzoc", "Mateo Chávez"]);
  expect(namesIn('No;Nombre\n1;"Tzoc";Ixchel\n2;Chávez;Mateo')).toEqual([
    "Tzoc Ixchel",
    "Chávez Mateo",
  ]);
});

it("never takes a name from a child who has one, and tells of names that found no tile", () => {
  const { names, left } = given(tiles, { b: "Mateo" }, ["Ixchel", "Dayana", "Diego"]);
  expect(names).toEqual({ a: "Ixchel", b: "Mateo", c: "Dayana" });
  expect(left).toEqual(["Diego"]);
});

it("carries the list to another device, and takes no other class's list", async () => {
  const text = await asFile("k", { a: "Ixchel" }).text();
  expect(fromFile(text, "k")).toEqual({ a: "Ixchel" });
  expect(fromFile(text, "other")).toBeUndefined();
  expect(fromFile("not a list", "k")).toBeUndefined();
  expect(fromFile('{"chumil":"names","classroom":"k","names":{"a":1}}', "k")).toBeUndefined();
});

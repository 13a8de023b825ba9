import { readFileSync } from "node:fs";
import { cleanup, render, waitFor } from "@testing-library/preact";
import { afterEach, expect, it } from "vitest";
import { Portrait } from "../../src/ui/Portrait";

afterEach(cleanup);

const schema = readFileSync("../backend/openapi.yaml", "utf8");
const names = [
  ...(/\n {4}AvatarEnum:\n {6}enum:\n((?: {6}- \w+\n)+)/.exec(schema)?.[1] ?? "").matchAll(/\w+/g),
].map(String);
const plain = 1;

async function drawn(name: string) {
  const { container } = render(<Portrait name={name} />);
  await waitFor(() => expect(container.querySelectorAll("path").length).toBeGreaterThan(plain));
  return container.innerHTML;
}

/** Every person of the table smiles or frowns with a line; no animal is drawn with lines. */
const isPerson = (drawing: string) => drawing.includes("stroke=");

it("waits as a plain octagon and never as somebody's face", () => {
  const { container } = render(<Portrait name="quetzal" />);
  expect(container.querySelectorAll("path")).toHaveLength(plain);
});

it("draws every animal the server can give, none of them as a person", async () => {
  expect(names).toHaveLength(16);
  for (const name of names) expect(isPerson(await drawn(name)), name).toBe(false);
});

it("draws no two animals alike, nor on one ground", async () => {
  const drawings = await Promise.all(names.map(drawn));
  expect(new Set(drawings).size).toBe(names.length);
  expect(new Set(drawings.map((one) => /fill="([^"]+)"/.exec(one)?.[1])).size).toBe(names.length);
});

it("still gives a person to a name no table has", async () => {
  expect(isPerson(await drawn("girl-99"))).toBe(true);
  expect(isPerson(await drawn("girl-1"))).toBe(true);
});

import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/preact";
import { afterEach, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { setLock, tryLock, waitOf } from "../../src/features/join/lock";
import { Store } from "../../src/storage";
import { MemoryTables } from "../../src/storage/memory";

let Lock: typeof import("../../src/features/join/Lock").Lock;
beforeAll(async () => {
  vi.stubGlobal(
    "CSSStyleSheet",
    class {
      replaceSync() {}
    },
  );
  document.adoptedStyleSheets = [];
  ({ Lock } = await import("../../src/features/join/Lock"));
});
afterEach(cleanup);

const person = {
  id: "p",
  kind: "child" as const,
  nickname: "Colibrí Azul",
  avatar: "colibri",
  tier: "ages-7-9",
};
const mine = ["sun", "fish"];
let tables: MemoryTables;
let store: Store;
beforeEach(async () => {
  vi.stubGlobal("fetch", async () => {
    throw new TypeError("offline");
  });
  tables = new MemoryTables();
  store = new Store(tables);
  await setLock(store, "p", mine, 1);
});

async function tap(...names: string[]) {
  for (const name of names) fireEvent.click(await screen.findByRole("button", { name }));
}

it("opens for the right pictures in their order, and for no others", async () => {
  const onOpen = vi.fn();
  render(<Lock store={store} person={person} onOpen={onOpen} />);
  await tap("pez", "sol");
  expect(await screen.findByText(/Esos no son/)).toBeTruthy();
  expect(onOpen).not.toHaveBeenCalled();
  await tap("sol", "pez");
  await waitFor(() => expect(onOpen).toHaveBeenCalledOnce());
});

it("lets wait 0, 0, 0, 10 and 30 seconds after wrong tries, and never locks for ever", async () => {
  const now = 1_000_000;
  const waits: number[] = [];
  let at = now;
  for (let tries = 0; tries < 7; tries++) {
    expect(await tryLock(store, "p", ["fish", "sun"], at)).toBe(false);
    waits.push(await waitOf(store, "p", at));
    at += (waits.at(-1) ?? 0) * 1000;
  }
  expect(waits).toEqual([0, 0, 0, 10, 30, 30, 30]);
  expect(await tryLock(store, "p", mine, at - 1000)).toBe(false);
  expect(await tryLock(store, "p", mine, at)).toBe(true);
});

it("never waits longer than 30 seconds when the clock is set back", async () => {
  for (let tries = 0; tries < 5; tries++)
    await tryLock(store, "p", ["fish", "sun"], 1e12 + tries * 1e6);
  expect(await waitOf(store, "p", 0)).toBe(30);
});

it("keeps a salted hash and no picture", async () => {
  await setLock(store, "q", mine, 1);
  const [one, other] = [await store.note("lock:p"), await store.note("lock:q")];
  expect(JSON.stringify([one, other])).not.toMatch(/sun|fish/);
  expect((one as { hash: string }).hash).not.toBe((other as { hash: string }).hash);
});

it("asks for new pictures once the teacher let go of the old", async () => {
  vi.stubGlobal(
    "fetch",
    async () =>
      new Response(JSON.stringify({ role: "child", child: { secret_generation: 2 } }), {
        status: 200,
        headers: { "Content-Type": "application/json" },
      }),
  );
  await store.keepTokens({ owner: "p", access: "a", refresh: "r" });
  const onOpen = vi.fn();
  render(<Lock store={store} person={person} onOpen={onOpen} />);
  expect(await screen.findByText(/Elige 2 dibujos/)).toBeTruthy();
  await tap("luna", "maíz", "luna", "maíz");
  await waitFor(() => expect(onOpen).toHaveBeenCalledOnce());
  expect(await tryLock(store, "p", ["moon", "maize"])).toBe(true);
});

it("lets a guest in unasked", async () => {
  const onOpen = vi.fn();
  render(<Lock store={store} person={{ ...person, kind: "guest" }} onOpen={onOpen} />);
  await waitFor(() => expect(onOpen).toHaveBeenCalledOnce());
});

import "fake-indexeddb/auto";
import { openDB } from "idb";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { openStore, StorageError, Store, uuid7 } from "../../src/storage";
import { openTables, UPGRADES } from "../../src/storage/db";
import { MemoryTables } from "../../src/storage/memory";

let name = "";
let count = 0;
beforeEach(() => {
  name = `chumil-${count++}`;
});
afterEach(() => vi.restoreAllMocks());

const play = { profile: "p", scenario: "a-story", version: "f".repeat(64) };
const progress = (...path: string[]) => ({ path, asked: "scene", finished: false, shown: null });

describe.each([
  ["the database", () => openTables(name)],
  ["its twin in memory", async () => new MemoryTables()],
])("%s", (_, open) => {
  it("gives back an attempt answer by answer, with its id made once", async () => {
    const store = new Store(await open());
    const { id } = await store.begin(play);
    await store.save(id, progress("one"));
    await store.save(id, {
      ...progress("one", "two"),
      finished: true,
      shown: { percent: 90, stars: 3 },
    });
    const [row] = await store.attempts("p");
    expect(row).toMatchObject({
      id,
      path: ["one", "two"],
      acked: 0,
      sequence: 1,
      shown: { stars: 3 },
    });
    expect(row?.finishedAt).not.toBeNull();
  });

  it("never shortens a path: an older save arriving late changes nothing", async () => {
    const store = new Store(await open());
    const { id } = await store.begin(play);
    await store.save(id, progress("one", "two"));
    expect((await store.save(id, progress("one"))).path).toEqual(["one", "two"]);
  });

  it("keeps both ways when two tabs play the same attempt apart", async () => {
    const store = new Store(await open());
    const { id } = await store.begin(play);
    await store.save(id, progress("one", "left"));
    const other = await store.save(id, progress("one", "right"));
    expect(other).toMatchObject({ path: ["one", "right"], copied: 1 });
    expect(other.id).not.toBe(id);
    expect((await store.attempt(id))?.path).toEqual(["one", "left"]);
  });

  it("does not lose an acknowledgement to an answer saved at the same time", async () => {
    const store = new Store(await open());
    const { id } = await store.begin(play);
    await store.save(id, progress("one"));
    await Promise.all([store.acknowledge(id, 1), store.save(id, progress("one", "two"))]);
    expect(await store.attempt(id)).toMatchObject({ acked: 1, path: ["one", "two"] });
  });

  it("counts attempts up and never gives a number twice", async () => {
    const store = new Store(await open());
    const rows = await Promise.all(Array.from({ length: 20 }, () => store.begin(play)));
    expect(new Set(rows.map((row) => row.sequence)).size).toBe(20);
  });

  it("lets a guest's attempt be claimed exactly once", async () => {
    const store = new Store(await open());
    const { id } = await store.begin({ ...play, profile: "guest" });
    const claims = await Promise.all([
      store.claim([id], "guest", "ana"),
      store.claim([id], "guest", "luis"),
    ]);
    expect(claims.flat()).toEqual([id]);
  });
});

it("leaves a broken row where it is, skips it, and moves it aside before its place is taken", async () => {
  const tables = await openTables(name);
  const raw = await openDB(name);
  await raw.put("profiles", { id: "p", nickname: 7 });
  const store = new Store(tables);
  expect(await store.profiles()).toEqual([]);
  expect(await store.broken()).toMatchObject([{ table: "profiles", row: { nickname: 7 } }]);
  await store.saveProfile({
    id: "p",
    kind: "guest",
    nickname: "Colibrí",
    avatar: "girl-1",
    tier: "ages-7-9",
    createdAt: "",
  });
  expect(await store.profiles()).toHaveLength(1);
  expect(await store.broken()).toMatchObject([{ table: "profiles", row: { nickname: 7 } }]);
  raw.close();
});

it("reads what an older Chumil wrote after an upgrade", async () => {
  const old = new Store(await openTables(name));
  const { id } = await old.begin(play);
  old.close();
  const next = [
    ...UPGRADES,
    (db: { createObjectStore(name: string): unknown }) => void db.createObjectStore("later"),
  ];
  expect((await new Store(await openTables(name, next)).attempt(id))?.id).toBe(id);
});

it("says that a newer Chumil wrote the database, and plays on in memory", async () => {
  (await openDB(name, 9)).close();
  const { store, trouble } = await openStore(() => openTables(name));
  expect(trouble?.trouble).toBe("newer");
  expect(store.kept).toBe(false);
  expect((await store.begin(play)).sequence).toBe(1);
});

it("says that nothing is kept where the browser has no database", async () => {
  const { store, trouble } = await openStore(async () => {
    throw new DOMException("private", "SecurityError");
  });
  expect([trouble?.trouble, store.kept]).toEqual(["unavailable", false]);
});

it("tells a full phone apart, and keeps what it had", async () => {
  const store = new Store(await openTables(name));
  const { id } = await store.begin(play);
  await store.save(id, progress("one"));
  vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(() => {
    throw new DOMException("full", "QuotaExceededError");
  });
  const full = await store.save(id, progress("one", "two")).catch((cause) => cause);
  expect(full).toBeInstanceOf(StorageError);
  expect(full.trouble).toBe("quota");
  vi.restoreAllMocks();
  expect((await store.attempt(id))?.path).toEqual(["one"]);
  expect((await store.save(id, progress("one", "two"))).path).toEqual(["one", "two"]);
});

it("asks for strict durability when an answer is written", async () => {
  const store = new Store(await openTables(name));
  const spy = vi.spyOn(IDBDatabase.prototype, "transaction");
  await store.begin(play);
  const writes = spy.mock.calls.filter(([, mode]) => mode === "readwrite");
  expect(writes.length).toBeGreaterThan(0);
  for (const call of writes) expect(call[2]).toEqual({ durability: "strict" });
});

it.each([Date.UTC(2001), Date.UTC(2090)])("makes a valid and fresh uuid 7 at clock %i", (now) => {
  const ids = Array.from({ length: 100 }, () => uuid7(now));
  expect(new Set(ids).size).toBe(100);
  for (const id of ids)
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(Number.parseInt(ids[0]?.replaceAll("-", "").slice(0, 12) ?? "", 16)).toBe(now);
});

import fc from "fast-check";
import { expect, it } from "vitest";
import { NetworkError } from "../../src/api/errors";
import { type Profile, Store } from "../../src/storage";
import { MemoryTables } from "../../src/storage/memory";
import {
  type Effect,
  empty,
  type Outbox,
  type OutboxEvent,
  type Result,
  step,
} from "../../src/sync/outbox";
import { Sync } from "../../src/sync/runner";
import type { SyncAnswer, SyncBody } from "../../src/sync/transport";

/** A phone and a server as plain maps; the network between them does what the script says. */
type Row = { length: number; acked: number; refused: boolean; sequence: number };
type Reducer = typeof step;
const FATES = ["arrives", "lost", "answer lost", "twice", "retry", "strange", "refused"] as const;
type Fate = (typeof FATES)[number];
type Move =
  | { do: "answer"; attempt: number }
  | { do: "wake" }
  | { do: "killed" }
  | { do: "send"; fate: Fate };

class World {
  rows = new Map<string, Row>();
  server = new Map<string, number>();
  refusedAtServer = new Set<string>();
  state: Outbox = empty;
  pending: Extract<Effect, { kind: "send" }> | undefined;

  constructor(private readonly reduce: Reducer) {}

  play(move: Move): void {
    if (move.do === "answer") this.answer(`a${move.attempt}`, move.attempt);
    if (move.do === "wake") this.dispatch({ kind: "wake" });
    if (move.do === "killed") [this.state, this.pending] = [empty, undefined];
    if (move.do === "send") this.deliver(move.fate);
  }

  deliver(fate: Fate): void {
    const order = this.pending;
    if (!order) return;
    this.pending = undefined;
    const sent = Object.fromEntries(order.ids.map((id) => [id, this.rows.get(id)?.length ?? 0]));
    const failed: OutboxEvent = { kind: "failed", profile: order.profile, sent, why: "network" };
    const results =
      fate === "lost" ? [] : order.ids.map((id) => this.judge(id, sent[id] ?? 0, fate));
    const answered: OutboxEvent = { kind: "answered", profile: order.profile, sent, results };
    this.dispatch(fate === "lost" || fate === "answer lost" ? failed : answered);
    if (fate === "twice") this.dispatch(answered);
  }

  dispatch(event: OutboxEvent): void {
    const waiting = [...this.rows]
      .filter(([, row]) => row.length > row.acked && !row.refused)
      .map(([id, row]) => ({
        id,
        profile: "p",
        length: row.length,
        acked: row.acked,
        sequence: row.sequence,
      }));
    this.state = this.reduce(this.state, { kind: "rows", waiting }).state;
    const { state, effects } = this.reduce(this.state, event);
    this.state = state;
    for (const effect of effects) this.carryOut(effect);
  }

  private carryOut(effect: Effect): void {
    const row = "id" in effect ? this.rows.get(effect.id) : undefined;
    if (effect.kind === "send") this.pending = effect;
    if (effect.kind === "acknowledge" && row) row.acked = Math.max(row.acked, effect.length);
    if (effect.kind === "refuse" && row) row.refused = true;
  }

  private answer(id: string, sequence: number): void {
    const row = this.rows.get(id) ?? { length: 0, acked: 0, refused: false, sequence };
    this.rows.set(id, { ...row, length: row.length + 1 });
  }

  private judge(id: string, length: number, fate: Fate): Result {
    if (fate === "retry" || fate === "strange") return { id, status: fate };
    if (fate === "refused" || this.refusedAtServer.has(id)) {
      this.refusedAtServer.add(id);
      return { id, status: "conflict", code: "conflict", have: this.server.get(id) ?? 0 };
    }
    this.server.set(id, Math.max(length, this.server.get(id) ?? 0));
    return { id, status: "accepted", have: this.server.get(id) };
  }
}

/** Every answer is at the server, or still waits, or was refused and is kept. */
function lost({ rows, server, refusedAtServer }: World): string[] {
  return [...rows].flatMap(([id, row]) => {
    const settled = row.acked > (server.get(id) ?? 0);
    const hidden = row.refused && !refusedAtServer.has(id);
    return settled || hidden ? [id] : [];
  });
}

const move: fc.Arbitrary<Move> = fc.oneof(
  fc.record({ do: fc.constant("answer" as const), attempt: fc.integer({ min: 1, max: 6 }) }),
  fc.record({ do: fc.constant("wake" as const) }),
  fc.record({ do: fc.constant("killed" as const) }),
  fc.record({ do: fc.constant("send" as const), fate: fc.constantFrom(...FATES) }),
);

function holds(reduce: Reducer) {
  return fc.check(
    fc.property(fc.array(move, { maxLength: 60 }), (moves) => {
      const world = new World(reduce);
      for (const one of moves) {
        world.play(one);
        if (lost(world).length) return false;
      }
      for (let round = 0; round < 20; round++) {
        world.dispatch({ kind: "wake" });
        world.deliver("arrives");
      }
      return [...world.rows.values()].every((row) => row.refused || row.acked === row.length);
    }),
    { numRuns: 500 },
  );
}

it("loses no answer whatever the network does, and drains when it behaves", () => {
  expect(holds(step).counterexample).toBeNull();
});

it("negative control: acknowledging when sent, not when answered, is caught", () => {
  const hasty: Reducer = (state, event) => {
    const { state: after, effects } = step(state, event);
    const early = effects.flatMap((one): Effect[] =>
      one.kind === "send" ? one.ids.map((id) => ({ kind: "acknowledge", id, length: 99 })) : [],
    );
    return { state: after, effects: [...effects, ...early] };
  };
  expect(holds(hasty).failed).toBe(true);
});

it("negative control: taking a failure for an answer is caught", () => {
  const trusting: Reducer = (state, event) => {
    if (event.kind !== "failed") return step(state, event);
    const results = Object.entries(event.sent).map(([id, have]) => ({
      id,
      status: "accepted",
      have,
    }));
    return step(state, { ...event, kind: "answered", results });
  };
  expect(holds(trusting).failed).toBe(true);
});

const waiting = (n: number) =>
  Array.from({ length: n }, (_, i) => ({
    id: `a${i}`,
    profile: "p",
    length: 1,
    acked: 0,
    sequence: i,
  }));
const sends = (effects: Effect[]) => effects.find((one) => one.kind === "send");
const loaded = (n: number) => step(empty, { kind: "rows", waiting: waiting(n) }).state;

it("sends the fifty oldest first, one request at a time", () => {
  const first = step(loaded(60), { kind: "wake" });
  expect(sends(first.effects)?.ids).toEqual(waiting(50).map((one) => one.id));
  expect(step(first.state, { kind: "wake" }).effects).toEqual([]);
});

it("does not take less than was sent for an acknowledgement", () => {
  const results = [{ id: "a0", status: "duplicate", have: 1 }];
  const { state, effects } = step(
    { ...loaded(1), sending: true },
    { kind: "answered", profile: "p", sent: { a0: 2 }, results },
  );
  expect(effects).toEqual([{ kind: "wait", level: 1, after: undefined }]);
  expect(state.waiting).toHaveLength(1);
});

it("finds the one item that makes the server refuse requests, and lets the others pass", () => {
  let { state, effects } = step(loaded(8), { kind: "wake" });
  const passed = new Set<string>();
  for (let order = sends(effects); order; order = sends(effects)) {
    const sent = Object.fromEntries(order.ids.map((id) => [id, 1]));
    const poisoned = order.ids.includes("a3");
    if (!poisoned) for (const id of order.ids) passed.add(id);
    const results = order.ids.map((id) => ({ id, status: "accepted", have: 1 }));
    const event: OutboxEvent = poisoned
      ? { kind: "failed", profile: "p", sent, why: "rejected" }
      : { kind: "answered", profile: "p", sent, results };
    ({ state, effects } = step(state, event));
  }
  expect([...passed].sort()).toEqual(["a0", "a1", "a2", "a4", "a5", "a6", "a7"]);
  expect(state.waiting.map((one) => one.id)).toEqual(["a3"]);
});

it("waits for a sign-in when one child's session ended, and goes on for the other", () => {
  const rows = [...waiting(1), { id: "b0", profile: "q", length: 1, acked: 0, sequence: 9 }];
  const state = { ...step(empty, { kind: "rows", waiting: rows }).state, sending: true };
  const after = step(state, { kind: "failed", profile: "p", sent: { a0: 1 }, why: "ended" });
  expect(sends(after.effects)).toMatchObject({ profile: "q", ids: ["b0"] });
  expect(after.state.waiting).toHaveLength(2);
});

/** The runner, with a real store in memory and a server that answers as told. */
async function phone(answer: (body: SyncBody) => Promise<SyncAnswer>, now = Date.now) {
  const store = new Store(new MemoryTables(), true, now);
  const ana: Profile = {
    id: "p",
    kind: "child",
    childId: "c",
    nickname: "",
    avatar: "",
    tier: "ages-7-9",
    createdAt: "",
  };
  await store.saveProfile(ana);
  const { id } = await store.begin({ profile: "p", scenario: "s", version: "v" });
  await store.save(id, { path: ["one"], asked: null, finished: true, shown: null });
  const waits: number[] = [];
  const later = (ms: number) => {
    waits.push(ms);
    return () => {};
  };
  const sync = new Sync({ store, send: (_, body) => answer(body), now, random: () => 0, later });
  await sync.follow("p");
  return { store, sync, id, waits };
}
const accept = async ({ items }: SyncBody): Promise<SyncAnswer> => ({
  server_now: "2026-03-01T10:00:00Z",
  results: items.map(({ id, path }) => ({ id, status: "accepted", have: path.length })),
  badges: ["first-star"],
});

it.each([2001, 2090])(
  "tells the server's time, whatever the phone's clock of %i says",
  async (year) => {
    const { sync } = await phone(accept, () => Date.UTC(year));
    expect(sync.status.get()).toEqual({ kind: "waiting", stories: 1 });
    await sync.wake();
    expect(sync.status.get()).toEqual({ kind: "saved", at: "2026-03-01T10:00:00Z" });
  },
);

it("keeps a story waiting without a network, backs off, and sends it later", async () => {
  let online = false;
  const { sync, waits } = await phone(async (body) => {
    if (!online) throw new NetworkError();
    return accept(body);
  });
  await sync.wake();
  expect(sync.status.get()).toEqual({ kind: "waiting", stories: 1 });
  expect(waits).toEqual([1000]);
  online = true;
  await sync.wake();
  expect(sync.status.get().kind).toBe("saved");
});

it("sends what was answered while a request was on its way", async () => {
  const bodies: SyncBody[] = [];
  const here = await phone(async (body) => {
    bodies.push(body);
    if (bodies.length === 1)
      await here.store.save(here.id, {
        path: ["one", "two"],
        asked: null,
        finished: true,
        shown: null,
      });
    return accept(body);
  });
  await here.sync.wake();
  expect(bodies.map(({ items }) => items[0]?.path.length)).toEqual([1, 2]);
  expect((await here.store.attempt(here.id))?.acked).toBe(2);
});

it("keeps what the server refuses, for an adult to see", async () => {
  const { store, sync, id } = await phone(async ({ items }) => ({
    ...(await accept({ device: "", client_now: "", items: [] })),
    results: items.map((item) => ({ id: item.id, status: "invalid", code: "unknown_option" })),
  }));
  await sync.wake();
  expect(await store.attempt(id)).toMatchObject({
    path: ["one"],
    acked: 0,
    refused: { code: "unknown_option" },
  });
});

it("says nothing of sending to a guest and sends nothing", async () => {
  const { store, sync } = await phone(accept);
  await store.saveProfile({
    id: "g",
    kind: "guest",
    nickname: "",
    avatar: "",
    tier: "ages-7-9",
    createdAt: "",
  });
  await sync.follow("g");
  expect(sync.status.get()).toEqual({ kind: "guest" });
});

it("leaves the sending to the other tab while that one is at it", async () => {
  const { store, id } = await phone(accept);
  let sent = 0;
  const send = async (_: string, body: SyncBody) => {
    sent++;
    return accept(body);
  };
  let busy = true;
  const sync = new Sync({
    store,
    send,
    later: () => () => {},
    alone: async (work) => (busy ? undefined : work()),
  });
  await sync.wake();
  expect(sent).toBe(0);
  await store.acknowledge(id, 1);
  busy = false;
  await sync.wake();
  expect(sent).toBe(0);
});

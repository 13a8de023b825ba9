/**
 * What to send next, and what an answer means: a pure function of state and event.
 * The rows of the phone are the truth; the state only mirrors them and remembers attempts at sending.
 * Nothing here ever removes a row: an effect can acknowledge or refuse one, no more.
 */

export const BATCH = 50;

/** An attempt of a child's profile that the server has not confirmed whole. */
export interface Waiting {
  id: string;
  profile: string;
  /** Answers on the phone, and how many of them the server has. */
  length: number;
  acked: number;
  sequence: number;
}

export interface Outbox {
  waiting: readonly Waiting[];
  /** How often the server put an attempt off, by id. */
  tries: Readonly<Record<string, number>>;
  /** Profiles whose session ended: they keep playing, and wait for a sign-in. */
  ended: readonly string[];
  sending: boolean;
  /** Whole requests that failed in a row. */
  failures: number;
  /** Most items for one request: halves while the server refuses requests as a whole. */
  limit: number;
}

export const empty: Outbox = {
  waiting: [],
  tries: {},
  ended: [],
  sending: false,
  failures: 0,
  limit: BATCH,
};

/** One item of the server's answer; `status` may be one this version does not know. */
export interface Result {
  id: string | null;
  status: string;
  have?: number | null;
  code?: string | null;
}

export type Failure = "network" | "busy" | "rejected" | "ended";

export type OutboxEvent =
  /** Read from the phone: everything that waits. */
  | { kind: "rows"; waiting: Waiting[] }
  /** A reason to try now: start, online, visible again, a story finished, the timer. */
  | { kind: "wake" }
  /** `sent`: the length of each path as it went out. */
  | { kind: "answered"; profile: string; sent: Record<string, number>; results: Result[] }
  | { kind: "failed"; profile: string; sent: Record<string, number>; why: Failure; after?: number }
  | { kind: "signed-in"; profile: string };

export type Effect =
  | { kind: "send"; profile: string; ids: string[] }
  | { kind: "acknowledge"; id: string; length: number }
  | { kind: "refuse"; id: string; code: string }
  /** Wake up later; `level` grows with failures, `after` is the server's wish in seconds. */
  | { kind: "wait"; level: number; after?: number };

export interface Step {
  state: Outbox;
  effects: Effect[];
}

const GOOD = new Set(["accepted", "extended", "duplicate"]);
const FINAL = new Set(["invalid", "conflict", "gone"]);

/** The next state, and what is to be done for it. Total: no event throws. */
export function step(state: Outbox, event: OutboxEvent): Step {
  switch (event.kind) {
    case "rows":
      return { state: { ...state, waiting: event.waiting }, effects: [] };
    case "wake":
      return next({ ...state, failures: 0 }, []);
    case "signed-in":
      return next({ ...state, ended: state.ended.filter((one) => one !== event.profile) }, []);
    case "answered":
      return answered(state, event);
    case "failed":
      return failed(state, event);
  }
}

type Answered = Extract<OutboxEvent, { kind: "answered" }>;
type Failed = Extract<OutboxEvent, { kind: "failed" }>;

function answered(state: Outbox, { sent, results }: Answered): Step {
  const verdicts = Object.entries(sent).map(([id, length]) => judge(id, length, results));
  const effects = verdicts.filter((one): one is Effect => typeof one !== "string");
  const putOff = verdicts.filter((one) => typeof one === "string");
  const after = { ...settle(state, effects), tries: moreTries(state.tries, putOff), limit: BATCH };
  return next(
    { ...after, sending: false, failures: putOff.length ? state.failures + 1 : 0 },
    effects,
  );
}

/** What one item's answer means: an effect, or its id when it has to be sent again. */
function judge(id: string, length: number, results: Result[]): Effect | string {
  const result = results.find((one) => one.id === id);
  if (!result) return id;
  if (GOOD.has(result.status) && (result.have ?? 0) >= length)
    return { kind: "acknowledge", id, length };
  if (FINAL.has(result.status)) return { kind: "refuse", id, code: result.code ?? result.status };
  return id;
}

function settle(state: Outbox, effects: Effect[]): Outbox {
  const refused = new Set(effects.flatMap((one) => (one.kind === "refuse" ? [one.id] : [])));
  const acked = new Map(
    effects.flatMap((one) => (one.kind === "acknowledge" ? [[one.id, one.length]] : [])),
  );
  const waiting = state.waiting
    .map((one) => ({ ...one, acked: Math.max(one.acked, acked.get(one.id) ?? 0) }))
    .filter((one) => one.length > one.acked && !refused.has(one.id));
  return { ...state, waiting };
}

function moreTries(tries: Outbox["tries"], ids: string[]): Outbox["tries"] {
  return { ...tries, ...Object.fromEntries(ids.map((id) => [id, (tries[id] ?? 0) + 1])) };
}

function failed(state: Outbox, { profile, sent, why, after }: Failed): Step {
  const idle = { ...state, sending: false, failures: state.failures + 1 };
  if (why === "ended")
    return next({ ...state, sending: false, ended: [...state.ended, profile] }, []);
  if (why !== "rejected") return pause(idle, [], after);
  const ids = Object.keys(sent);
  // The server refused the request whole. Smaller ones find the item it cannot stomach.
  if (ids.length > 1) return next({ ...idle, limit: Math.ceil(ids.length / 2) }, []);
  return next({ ...idle, tries: moreTries(state.tries, ids) }, []);
}

/** Sends the next batch, at once while something is fresh, later where all was put off before. */
function next(state: Outbox, effects: Effect[]): Step {
  if (state.sending) return { state, effects };
  const ready = state.waiting.filter((one) => !state.ended.includes(one.profile));
  const first = [...ready].sort(byTurn(state.tries))[0];
  if (!first) return { state, effects };
  if ((state.tries[first.id] ?? 0) > 0 && state.failures > 0) return pause(state, effects);
  return send(state, effects, ready, first.profile);
}

function send(state: Outbox, effects: Effect[], ready: Waiting[], profile: string): Step {
  const mine = ready.filter((one) => one.profile === profile).sort(byTurn(state.tries));
  const ids = mine.slice(0, state.limit).map((one) => one.id);
  return {
    state: { ...state, sending: true },
    effects: [...effects, { kind: "send", profile, ids }],
  };
}

function pause(state: Outbox, effects: Effect[], after?: number): Step {
  return { state, effects: [...effects, { kind: "wait", level: state.failures, after }] };
}

/** Those never put off first, then the oldest: nobody waits behind an item that cannot pass. */
const byTurn = (tries: Outbox["tries"]) => (one: Waiting, other: Waiting) =>
  (tries[one.id] ?? 0) - (tries[other.id] ?? 0) || one.sequence - other.sequence;

import { type AttemptRow, isWaiting, type Profile, type Store } from "../storage";
import { backoff } from "./backoff";
import { type Effect, empty, type Outbox, type OutboxEvent, step, type Waiting } from "./outbox";
import { type Status, type Watched, watched } from "./status";
import { failureOf, type Send, type SyncItem } from "./transport";

/** Runs work unless another tab is at it; undefined then. */
export type Alone = <T>(work: () => Promise<T>) => Promise<T | undefined>;

export interface Parts {
  store: Store;
  send: Send;
  now?: () => number;
  random?: () => number;
  /** Calls back after ms; gives the way to cancel. */
  later?: (ms: number, work: () => void) => () => void;
  alone?: Alone;
}

export const oneTab: Alone = async (work) =>
  typeof navigator !== "undefined" && navigator.locks
    ? navigator.locks.request("chumil-sync", { ifAvailable: true }, (lock) =>
        lock ? work() : undefined,
      )
    : work();

const afterMs = (ms: number, work: () => void) => {
  const timer = setTimeout(work, ms);
  return () => clearTimeout(timer);
};

/** Carries out what the outbox decides: reads the phone, asks the server, keeps what it said. */
export class Sync {
  private state: Outbox = empty;
  private people: Profile[] = [];
  private current: string | undefined;
  private cancel = () => {};
  private readonly told = watched<Status>({ kind: "guest" });
  private readonly parts: Required<Parts>;

  constructor(parts: Parts) {
    this.parts = { now: Date.now, random: Math.random, later: afterMs, alone: oneTab, ...parts };
  }

  /** What the child is told about the followed profile. */
  get status(): Watched<Status> {
    return this.told;
  }

  /** From now on `status` speaks of this profile. */
  async follow(profile: string): Promise<void> {
    this.current = profile;
    await this.load();
    await this.tell();
  }

  /** Tries now; resolves when all is sent or the next try is set. Never throws. */
  async wake(): Promise<void> {
    await this.run({ kind: "wake" });
  }

  /** A profile has tokens again. */
  async signedIn(profile: string): Promise<void> {
    await this.run({ kind: "signed-in", profile });
  }

  /** Tries at once, and whenever the phone comes back to the network or to the screen. */
  start(page: Window = window): () => void {
    const wake = () => void this.wake();
    const seen = () => page.document.visibilityState === "visible" && wake();
    page.addEventListener("online", wake);
    page.document.addEventListener("visibilitychange", seen);
    wake();
    return () => {
      this.cancel();
      page.removeEventListener("online", wake);
      page.document.removeEventListener("visibilitychange", seen);
    };
  }

  private async run(first: OutboxEvent): Promise<void> {
    this.cancel();
    try {
      for (let event: OutboxEvent | undefined = first; event; ) {
        await this.load();
        event = await this.carryOut(event);
        await this.tell();
      }
    } catch {
      // The phone's own storage failed (full, taken over by another tab): the rows wait for the next try.
      this.state = { ...this.state, sending: false };
      this.wait(1);
    }
  }

  private async carryOut(event: OutboxEvent): Promise<OutboxEvent | undefined> {
    const { state, effects } = step(this.state, event);
    this.state = state;
    let outcome: OutboxEvent | undefined;
    for (const effect of effects) outcome = (await this.perform(effect)) ?? outcome;
    return outcome;
  }

  private async perform(effect: Effect): Promise<OutboxEvent | undefined> {
    switch (effect.kind) {
      case "acknowledge":
        await this.parts.store.acknowledge(effect.id, effect.length);
        return undefined;
      case "refuse":
        await this.parts.store.refuse(effect.id, effect.code);
        return undefined;
      case "wait":
        this.wait(effect.level, effect.after);
        return undefined;
      case "send":
        return this.send(effect.profile, effect.ids);
    }
  }

  private wait(level: number, after?: number): void {
    const { later, random } = this.parts;
    this.cancel = later(backoff(level, random(), after), () => void this.wake());
  }

  private async send(profile: string, ids: string[]): Promise<OutboxEvent> {
    const outcome = await this.parts.alone(async () =>
      this.exchange(profile, await this.rows(ids)),
    );
    return outcome ?? { kind: "failed", profile, sent: {}, why: "busy" };
  }

  /** The rows as they are now: another tab may have sent some, the child may have answered more. */
  private async rows(ids: string[]): Promise<AttemptRow[]> {
    const rows = await Promise.all(ids.map((id) => this.parts.store.attempt(id)));
    return rows.filter((row) => row !== undefined).filter(isWaiting);
  }

  private async exchange(profile: string, rows: AttemptRow[]): Promise<OutboxEvent> {
    const sent = Object.fromEntries(rows.map((row) => [row.id, row.path.length]));
    if (!rows.length) return { kind: "answered", profile, sent, results: [] };
    try {
      const answer = await this.parts.send(profile, await this.body(profile, rows));
      await this.parts.store.keepNote(`saved:${profile}`, answer.server_now);
      await this.parts.store.keepNote(`badges:${profile}`, answer.badges ?? []);
      return { kind: "answered", profile, sent, results: answer.results };
    } catch (cause) {
      return { kind: "failed", profile, sent, ...failureOf(cause) };
    }
  }

  private async body(profile: string, rows: AttemptRow[]) {
    const child = this.people.find((one) => one.id === profile)?.childId ?? "";
    return {
      device: await this.parts.store.device(),
      client_now: new Date(this.parts.now()).toISOString(),
      items: rows.map((row) => itemOf(row, child)),
    };
  }

  private async load(): Promise<void> {
    this.people = await this.parts.store.profiles();
    const children = new Set(this.people.filter((one) => one.childId).map((one) => one.id));
    const rows = (await this.parts.store.attempts()).filter(isWaiting);
    const waiting = rows.filter((row) => children.has(row.profile)).map(waitingOf);
    this.state = step(this.state, { kind: "rows", waiting }).state;
  }

  private async tell(): Promise<void> {
    const who = this.people.find((one) => one.id === this.current);
    if (!who?.childId) return this.told.set({ kind: "guest" });
    const stories = this.state.waiting.filter((row) => row.profile === who.id).length;
    if (stories) return this.told.set({ kind: "waiting", stories });
    const at = await this.parts.store.note(`saved:${who.id}`);
    this.told.set({ kind: "saved", at: typeof at === "string" ? at : null });
  }
}

function waitingOf(row: AttemptRow): Waiting {
  const { id, profile, acked, sequence } = row;
  return { id, profile, length: row.path.length, acked, sequence };
}

function itemOf(row: AttemptRow, child: string): SyncItem {
  const { id, version, engine, path, copied, sequence, shown } = row;
  const times = { started_at: row.startedAt, finished_at: row.finishedAt };
  return { id, child, version, engine, path, copied, sequence, shown, ...times };
}

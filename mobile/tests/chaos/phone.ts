import { type Fetch, reach } from "../../src/api/client";
import { advance, begin, isError, outcome, type Scenario, type State } from "../../src/engine";
import { claim } from "../../src/features/join/actions";
import { type AttemptRow, isWaiting, type Profile, Store, type Tokens } from "../../src/storage";
import { openTables } from "../../src/storage/db";
import type { Tables } from "../../src/storage/tables";
import { download, Sync, sender } from "../../src/sync";
import { type Dice, pick, someAnswer } from "./answers";
import { free } from "./locks";

export interface Plan {
  name: string;
  tier: string;
  /** What the phone's clock is wrong by. */
  skewMs: number;
  joins: { code: string; tile: string }[];
  /** Signed in by other ways than joining: a child's second phone, a profile that names a foreign child. */
  given: { profile: Profile; tokens: Tokens }[];
  guest: boolean;
  /** The phone that is another phone of the same child. */
  twin: string | null;
}

/** How a phone may be broken on purpose. */
export type Fault = "none" | "hasty";

/** The waits of the outbox, shortened so that minutes of a bad network fit into seconds. */
const HASTE = 20;
const never = new Promise<never>(() => {});
const pause = (ms: number) => new Promise<void>((go) => setTimeout(go, ms));

/** One run of the app. After `over`, nothing it had begun comes back, as when the system kills it. */
class Life {
  over = false;

  mortal<T>(work: () => Promise<T>): Promise<T> {
    if (this.over) return never;
    return work().then(
      (value) => (this.over ? never : value),
      (cause) => (this.over ? never : Promise.reject(cause)),
    );
  }

  tables(tables: Tables): Tables {
    const guarded = (key: string | symbol) => {
      const method = Reflect.get(tables, key);
      if (key === "close" || typeof method !== "function") return method;
      return (...args: unknown[]) => this.mortal(() => method.apply(tables, args));
    };
    return new Proxy(tables, { get: (_, key) => guarded(key) });
  }
}

/** A phone in a child's hands: the client's own storage, outbox and engine on a database of its own. */
export class Phone {
  kills = 0;
  lateStories: { hash: string; scenario: Scenario }[] = [];
  private life = new Life();
  /** The phone's disk itself: it outlives every run of the app. */
  private disk!: Tables;
  private store!: Store;
  private sync!: Sync;
  private readonly packs = new Map<string, Scenario>();
  private readonly now = () => Date.now() + this.plan.skewMs;

  constructor(
    readonly plan: Plan,
    private readonly roll: Dice,
    private readonly fault: Fault,
    private readonly paceMs: number,
  ) {}

  /** Starts the app on whatever the phone kept. */
  async start(): Promise<void> {
    const life = new Life();
    this.life = life;
    this.disk = await openTables(this.plan.name);
    this.store = new Store(life.tables(this.disk), true, this.now);
    const fetch: Fetch = (request) => life.mortal(() => reach(request));
    const later = (ms: number, work: () => void) => {
      const timer = setTimeout(() => life.over || work(), ms / HASTE);
      return () => clearTimeout(timer);
    };
    const send = this.send(this.store, fetch);
    this.sync = new Sync({
      store: this.store,
      send,
      now: this.now,
      random: this.roll,
      later,
      alone: (work) => work(),
    });
  }

  /** Kills the app wherever it stands, and starts it again. */
  async kill(): Promise<void> {
    this.life.over = true;
    this.kills++;
    free(await this.disk.all("profiles"));
    await this.start();
  }

  /** Joins its classes and loads its stories, as often as it takes on a bad network. */
  async settle(): Promise<void> {
    for (const { profile, tokens } of this.plan.given) {
      await this.store.keepTokens(tokens);
      await this.store.saveProfile(profile);
    }
    for (const { code, tile } of this.plan.joins) await insist(() => claim(this.store, code, tile));
    if (this.plan.guest) await this.store.saveProfile(guest(this.plan));
    await insist(async () => {
      const { missing } = await download(this.store, this.plan.tier);
      if (missing.length) throw new Error("stories are missing");
    });
    const listed = await this.store.catalogue(this.plan.tier);
    for (const { hash } of listed?.entries ?? []) await this.learn(hash);
    for (const { hash, scenario } of this.lateStories) this.packs.set(hash, scenario);
  }

  /** Plays until told to stop; the app is killed now and then, between a write and its sending too. */
  async play(going: () => boolean, twin: Phone | undefined): Promise<void> {
    while (going()) {
      await pause(this.paceMs * this.roll());
      const row = await this.takeUp();
      await this.goOn(row, going);
      if (twin && this.roll() < 0.05) await this.copyTo(twin);
      if (this.roll() < 0.05) await this.claimGuests();
    }
    await this.claimGuests();
  }

  /** Tries now to send what waits; how many attempts still do. */
  async drain(): Promise<number> {
    await this.sync.wake();
    return (await this.left()).length;
  }

  /** Everything the phone holds, for the judge. */
  async holds() {
    const [profiles, rows, broken] = await Promise.all([
      this.store.profiles(),
      this.store.attempts(),
      this.store.broken(),
    ]);
    const ended = [];
    for (const { id, kind } of profiles)
      if (kind === "child" && !(await this.store.tokens(id))) ended.push(id);
    const left = (await this.left()).map(({ id }) => id);
    return { name: this.plan.name, kills: this.kills, profiles, rows, broken, ended, left };
  }

  /** What waits on profiles that are still signed in. */
  private async left(): Promise<AttemptRow[]> {
    const signedIn = new Set<string>();
    for (const { id, childId } of await this.store.profiles())
      if (childId && (await this.store.tokens(id))) signedIn.add(id);
    return (await this.store.attempts()).filter(
      (row) => isWaiting(row) && signedIn.has(row.profile),
    );
  }

  private send(store: Store, fetch: Fetch) {
    const honest = sender(store, fetch);
    if (this.fault === "none") return honest;
    // The seeded bug: what is handed to the network is struck from the outbox before anyone acknowledged it.
    return async (...[profile, body]: Parameters<typeof honest>) => {
      for (const item of body.items) await store.acknowledge(item.id, item.path.length);
      return honest(profile, body);
    };
  }

  private async learn(hash: string): Promise<void> {
    const pack = await this.store.pack(hash);
    if (pack) this.packs.set(hash, JSON.parse(pack.body));
  }

  /** Goes on with a story that was left, copies the front of an earlier one, or begins anew. */
  private async takeUp(): Promise<AttemptRow> {
    const { id: profile } = pick(await this.store.profiles(), this.roll);
    const rows = (await this.store.attempts(profile)).filter((row) => this.packs.has(row.version));
    const open = rows.filter((row) => !row.finishedAt && !row.refused);
    if (open.length && this.roll() < 0.3) return pick(open, this.roll);
    const earlier = this.roll() < 0.15 && rows.length ? pick(rows, this.roll) : undefined;
    if (earlier && this.walk(earlier)) {
      const path = earlier.path.slice(0, Math.floor(this.roll() * earlier.path.length));
      return this.store.begin({
        profile,
        scenario: earlier.scenario,
        version: earlier.version,
        path,
      });
    }
    const late = new Set(this.lateStories.map(({ hash }) => hash));
    const published = [...this.packs.keys()].filter((hash) => !late.has(hash));
    const rare = late.size > 0 && this.roll() < 0.03;
    const version = pick(rare ? [...late] : published, this.roll);
    return this.store.begin({ profile, scenario: this.packs.get(version)?.id ?? "", version });
  }

  private async goOn(from: AttemptRow, going: () => boolean): Promise<void> {
    let row = from;
    // Half the children only look in; the others mostly see the story through.
    const bored = this.roll() < 0.55 ? 0.6 : 0.05;
    for (let state = this.walk(row); state && going(); state = this.walk(row)) {
      const scenario = this.packs.get(row.version) as Scenario;
      const answer = someAnswer(scenario, state, this.roll);
      if (answer === undefined) return;
      row = await this.keep(row, [...row.path, answer as AttemptRow["path"][number]], scenario);
      if (await this.befalls(row, bored)) return;
      await pause(this.paceMs * (0.2 + 1.6 * this.roll()));
    }
  }

  /** Keeps an answer as the player does: durable first, then a word to the outbox. */
  private async keep(row: AttemptRow, path: AttemptRow["path"], scenario: Scenario) {
    const state = walked(scenario, path);
    const so = state && outcome(scenario, state, row.copied);
    const shown = so?.finished ? { percent: so.percent, stars: so.stars } : null;
    const progress = { path, asked: state?.scene ?? null, finished: so?.finished ?? false, shown };
    const kept = await this.store.save(row.id, progress);
    if (this.roll() < 0.02) await this.kill();
    void this.sync.wake();
    return kept;
  }

  /** True when the child leaves the story here: bored, spoilt by a bug, or the app was killed while sending. */
  private async befalls(row: AttemptRow, bored: number): Promise<boolean> {
    const fate = this.roll();
    if (fate < 0.01) {
      await pause(this.roll() * 40);
      await this.kill();
      return true;
    }
    if (fate < 0.015) {
      await this.store.save(row.id, {
        path: [...row.path, "no-such-option"],
        asked: null,
        finished: false,
        shown: null,
      });
      return true;
    }
    return this.roll() < bored;
  }

  /** A backup of this phone put on the child's other one: both go on with the same attempt, each their way. */
  private async copyTo(twin: Phone): Promise<void> {
    const theirs = new Map((await twin.disk.all("profiles")).map((one) => [one.childId, one.id]));
    const mine = (await this.store.profiles()).find(
      ({ childId }) => childId && theirs.has(childId),
    );
    const open = (await this.store.attempts(mine?.id ?? "")).filter((row) => !row.finishedAt);
    if (!mine || !open.length) return;
    const row = pick(open, this.roll);
    const profile = theirs.get(mine.childId) as string;
    await twin.disk.update("attempts", row.id, (known) =>
      known ? undefined : { ...row, profile, acked: 0 },
    );
  }

  private async claimGuests(): Promise<void> {
    const people = await this.store.profiles();
    const from = people.find(({ kind }) => kind === "guest");
    const to = people.find(({ kind }) => kind === "child");
    if (!from || !to) return;
    const rows = await this.store.attempts(from.id);
    await this.store.claim(
      rows.map(({ id }) => id),
      from.id,
      to.id,
    );
  }

  private walk(row: AttemptRow): State | undefined {
    const scenario = this.packs.get(row.version);
    return scenario && walked(scenario, row.path);
  }
}

function walked(scenario: Scenario, path: AttemptRow["path"]): State | undefined {
  let state = begin(scenario);
  for (const answer of path) {
    const next = advance(scenario, state, answer);
    if (isError(next)) return undefined;
    state = next;
  }
  return state;
}

function guest({ name, tier }: Plan): Profile {
  const id = `${name}-guest`;
  return {
    id,
    kind: "guest",
    nickname: "",
    avatar: "girl-2",
    tier,
    createdAt: "2026-01-01T00:00:00Z",
  };
}

async function insist(work: () => Promise<unknown>): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    try {
      await work();
      return;
    } catch {
      await pause(100 + tries * 20);
    }
  }
  throw new Error("the network never let it through");
}

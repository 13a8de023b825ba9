/** What the screens ask of the phone's store: who plays, taking up a story, keeping each answer, what was sewn. */
import {
  type Answer,
  awards,
  type Play as Finished,
  isError,
  type Outcome,
  played,
  type Rule,
  replay,
  type Scenario,
} from "../engine";
import { type Play, resume } from "../features/play/machine";
import type { Person } from "../features/profiles/Profiles";
import type { Entry, Sewn } from "../features/sky/sky";
import { type AttemptRow, openStore, type Store, uuid7 } from "../storage";
import { Sync, sender } from "../sync";
import { badgeRules, builtIn } from "./content";
import type { Mirror } from "./mirror";
import { packOf, versionOf } from "./stories";

let opened: ReturnType<typeof openStore> | undefined;

const found = () => {
  opened ??= openStore();
  return opened;
};

/** The one store of this page. */
export const store = async (): Promise<Store> => (await found()).store;

/** Why that store keeps nothing beyond this page, if so. */
export const trouble = async () => (await found()).trouble;

const guests = ["girl-2", "boy-1", "girl-3", "boy-3", "girl-4", "boy-4"];

/** A guest plays at once; nothing is asked but the age. */
export async function newGuest(mirror: Mirror, tier: string): Promise<Person> {
  const id = uuid7(Date.now());
  const avatar = guests[mirror.people.length % guests.length] as string;
  const person: Person = { id, kind: "guest", nickname: "", avatar, tier };
  const kept = (await store()).saveProfile({ ...person, createdAt: new Date().toISOString() });
  await kept.catch(() => undefined);
  return person;
}

/** What the store knows of who plays here, what they have sewn, and the badges the server confirmed. */
export async function restored(): Promise<Pick<Mirror, "people" | "sewn" | "badges">> {
  const kept = await store();
  const [people, rows] = await Promise.all([kept.profiles(), kept.attempts()]);
  const sewn: Mirror["sewn"] = {};
  const badges: Mirror["badges"] = {};
  for (const { id } of people) {
    const there = ((await kept.note(`finished:${id}`)) ?? []) as unknown as Elsewhere[];
    sewn[id] = { ...brought(there), ...sewnOf(rows.filter((row) => row.profile === id)) };
    badges[id] = ((await kept.note(`badges:${id}`)) ?? []) as string[];
  }
  return { people, sewn, badges };
}

/** A story the server has from this child, perhaps played on another phone. */
interface Elsewhere {
  scenario: string;
  stars: number;
}

/** Its thread comes loose as any other; when it was sewn is not known here, so it is taken for fast. */
const brought = (there: Elsewhere[]): Record<string, Sewn> =>
  Object.fromEntries(
    there.map(({ scenario, stars }) => [scenario, { stars, plays: 4, last: 0 } as Sewn]),
  );

/** The mirror with what the store knows; it keeps what only the mirror has. */
export function joined(mirror: Mirror, found: Pick<Mirror, "people" | "sewn" | "badges">): Mirror {
  const ids = found.people.map(({ id }) => id);
  const people = [...found.people, ...mirror.people.filter(({ id }) => !ids.includes(id))];
  const sewn = { ...mirror.sewn };
  const badges = { ...mirror.badges };
  for (const id of ids) {
    sewn[id] = { ...sewn[id], ...found.sewn[id] };
    badges[id] = [...new Set([...(badges[id] ?? []), ...(found.badges[id] ?? [])])];
  }
  return { ...mirror, people, sewn, badges, current: mirror.current ?? people.at(-1)?.id };
}

/** The mirror after an answer of a story, or after its end. */
export function withPlay(
  mirror: Mirror,
  who: string,
  story: string,
  kept: Kept | undefined,
): Mirror {
  const open = { ...mirror.open, [who]: story };
  if (!kept) return { ...mirror, open };
  delete open[who];
  const earned = [...new Set([...(mirror.badges[who] ?? []), ...kept.badges])];
  return {
    ...mirror,
    open,
    sewn: { ...mirror.sewn, [who]: { ...mirror.sewn[who], [story]: kept.sewn } },
    badges: { ...mirror.badges, [who]: earned },
  };
}

let running: Promise<Sync> | undefined;

/** The one sync of this page, started at its first use. */
export const sync = (): Promise<Sync> => {
  running ??= store().then((kept) => {
    const one = new Sync({ store: kept, send: sender(kept) });
    one.start();
    return one;
  });
  return running;
};

/** Best stars, days played and the last time, for each finished story. */
export function sewnOf(rows: readonly AttemptRow[]): Record<string, Sewn> {
  const sewn: Record<string, Sewn> = {};
  const days = new Set<string>();
  for (const { scenario, finishedAt, shown } of rows) {
    if (!finishedAt) continue;
    const before = sewn[scenario] ?? { stars: 0, plays: 0, last: 0 };
    const day = `${scenario} ${finishedAt.slice(0, 10)}`;
    sewn[scenario] = {
      stars: Math.max(before.stars, shown?.stars ?? 1),
      plays: before.plays + (days.has(day) ? 0 : 1),
      last: Math.max(before.last, Date.parse(finishedAt)),
    };
    days.add(day);
  }
  return sewn;
}

/** An attempt that is being played. */
export interface Playing {
  /** Shuffles the options of this playing. */
  seed: string;
  scenario: Scenario;
  start: Play;
  /** Keeps the answers so far; once an ending is reached, tells what that came to. */
  keep(play: Play): Promise<Kept | undefined>;
  /** A new attempt that begins with a copied path. */
  again(path: Answer[]): Promise<Playing>;
}

export interface Kept {
  outcome: Outcome;
  sewn: Sewn;
  badges: string[];
}

/** Takes up the attempt at this story that was begun and not finished, in its own version; else a new one. */
export async function take(profile: string, entry: Entry): Promise<Playing> {
  const kept = await store();
  const rows = await kept.attempts(profile);
  const open = rows.reverse().find((row) => row.scenario === entry.id && !row.finishedAt);
  const scenario = open && (await packOf(open.version).catch(() => undefined));
  const start = open && scenario && resume(scenario, open.path as Answer[]);
  if (open && scenario && start) return playing(kept, open, scenario, start);
  const version = await versionOf(entry.tier, entry.id);
  return begun(kept, profile, entry.id, version, await packOf(version), []);
}

async function begun(
  kept: Store,
  profile: string,
  story: string,
  version: string,
  scenario: Scenario,
  path: Answer[],
): Promise<Playing> {
  const row = await kept.begin({
    profile,
    scenario: story,
    version,
    path: path as AttemptRow["path"],
  });
  return playing(kept, row, scenario, resume(scenario, path) as Play);
}

function playing(kept: Store, first: AttemptRow, scenario: Scenario, start: Play): Playing {
  let row = first;
  return {
    seed: first.id,
    scenario,
    start,
    again: (path) => begun(kept, row.profile, row.scenario, row.version, scenario, path),
    async keep({ path }) {
      const outcome = replay(scenario, path, row.copied);
      if (isError(outcome)) throw new Error(outcome.code);
      const { finished, percent, stars, scene } = outcome;
      const shown = finished ? { percent, stars } : null;
      row = await kept.save(row.id, {
        path: path as AttemptRow["path"],
        asked: scene,
        finished,
        shown,
      });
      sync().then((one) => one.wake());
      if (!finished) return undefined;
      const rows = await kept.attempts(row.profile);
      const sewn = sewnOf(rows)[row.scenario] as Sewn;
      return { outcome, sewn, badges: await badgesOf(rows, scenario.tier) };
    },
  };
}

/** The badges met by what was finished on this phone. */
async function badgesOf(rows: readonly AttemptRow[], tier: string): Promise<string[]> {
  const done = rows.filter((row) => row.finishedAt);
  const history = await Promise.all(done.map(finishedPlay));
  const rules = (await badgeRules()).filter(({ scope }) => scope === "child");
  return awards(
    rules as ((typeof rules)[number] & { rule: Rule })[],
    history.flat(),
    await builtIn(),
    tier,
  );
}

async function finishedPlay({ version, path, copied }: AttemptRow): Promise<Finished[]> {
  const scenario = await packOf(version).catch(() => undefined);
  const outcome = scenario && replay(scenario, path, copied);
  return scenario && outcome && !isError(outcome) ? [played(scenario, outcome)] : [];
}

import { uuid7 } from "./ids";
import type {
  Answer,
  AttemptRow,
  Catalogue,
  Json,
  Pack,
  Profile,
  SetAside,
  Shown,
  Tokens,
} from "./schema";
import type { Tables } from "./tables";

export interface Beginning {
  profile: string;
  scenario: string;
  version: string;
  /** Answers copied from an earlier attempt; they give no new evidence. */
  path?: Answer[];
  asked?: string | null;
}

/** How far a play has come: what the player knows after one more answer. */
export interface Progress {
  path: Answer[];
  asked: string | null;
  finished: boolean;
  shown: Shown | null;
}

/** What the screens and sync keep on the phone. Every call may throw `StorageError`. */
export class Store {
  /** `kept` is false when everything is forgotten with the page (private mode, no database). */
  constructor(
    private readonly tables: Tables,
    readonly kept: boolean = true,
    private readonly now: () => number = Date.now,
  ) {}

  profiles(): Promise<Profile[]> {
    return this.tables.all("profiles");
  }

  async saveProfile(profile: Profile): Promise<void> {
    await this.tables.update("profiles", profile.id, () => profile);
  }

  /** A row of its own for a play that starts; nothing is sent before its first answer. */
  async begin(from: Beginning): Promise<AttemptRow> {
    const path = from.path ?? [];
    const at = this.time();
    return this.insert({
      ...this.blank(from, at),
      path,
      copied: path.length,
      asked: from.asked ?? null,
      sequence: await this.count("sequence"),
    });
  }

  /**
   * Durable when it resolves: show the next screen then. A path only grows. Where another tab took the
   * same play another way, this one goes on as an attempt of its own: use the row that comes back.
   */
  async save(id: string, progress: Progress): Promise<AttemptRow> {
    const row = await this.tables.update("attempts", id, (old) => {
      if (!old || !isPrefix(old.path, progress.path)) return undefined;
      return this.grown(old, progress);
    });
    if (!row) throw new Error(`no attempt ${id}`);
    if (isPrefix(progress.path, row.path)) return row;
    return this.fork(row, progress);
  }

  attempt(id: string): Promise<AttemptRow | undefined> {
    return this.tables.get("attempts", id);
  }

  /** Of one profile, or of everyone; oldest first. */
  async attempts(profile?: string): Promise<AttemptRow[]> {
    const rows = await this.tables.all("attempts");
    const mine = profile === undefined ? rows : rows.filter((row) => row.profile === profile);
    return mine.sort((one, other) => one.sequence - other.sequence);
  }

  /** The server said durably that it has this many answers. */
  async acknowledge(id: string, length: number): Promise<void> {
    await this.tables.update(
      "attempts",
      id,
      (row) => row && { ...row, acked: Math.max(row.acked, length) },
    );
  }

  /** The server will not take it: it stays here, visible to an adult. */
  async refuse(id: string, code: string): Promise<void> {
    await this.tables.update(
      "attempts",
      id,
      (row) => row && { ...row, refused: { code, at: this.time() } },
    );
  }

  /** Lets a refused attempt be sent again, after its cause was mended. */
  async readmit(id: string): Promise<void> {
    await this.tables.update("attempts", id, (row) => row && { ...row, refused: undefined });
  }

  /** Gives a guest's attempts to a child; true for those that were still the guest's, each once. */
  async claim(ids: string[], guest: string, child: string): Promise<string[]> {
    const mine: string[] = [];
    for (const id of ids) {
      let took = false;
      await this.tables.update("attempts", id, (row) => {
        took = row?.profile === guest;
        return took && row ? { ...row, profile: child } : undefined;
      });
      if (took) mine.push(id);
    }
    return mine;
  }

  pack(hash: string): Promise<Pack | undefined> {
    return this.tables.get("packs", hash);
  }

  async keepPack(hash: string, body: string): Promise<void> {
    await this.tables.update("packs", hash, () => ({ hash, body, kept: this.time() }));
  }

  catalogue(tier: string): Promise<Catalogue | undefined> {
    return this.tables.get("catalogue", tier);
  }

  async keepCatalogue(tier: string, entries: Catalogue["entries"]): Promise<void> {
    await this.tables.update("catalogue", tier, () => ({ tier, entries, fetchedAt: this.time() }));
  }

  tokens(owner: string): Promise<Tokens | undefined> {
    return this.tables.get("tokens", owner);
  }

  async keepTokens(tokens: Tokens): Promise<void> {
    await this.tables.update("tokens", tokens.owner, () => tokens);
  }

  dropTokens(owner: string): Promise<void> {
    return this.tables.remove("tokens", owner);
  }

  /** Names this phone to the server; made once. */
  async device(): Promise<string> {
    const row = await this.tables.update("meta", "device", (old) =>
      typeof old?.value === "string" ? undefined : { key: "device", value: uuid7(this.now()) },
    );
    return row?.value as string;
  }

  /** Small things by name: who played last, when everything was last saved. */
  async note(key: string): Promise<Json | undefined> {
    return (await this.tables.get("meta", key))?.value;
  }

  async keepNote(key: string, value: Json): Promise<void> {
    await this.tables.update("meta", key, () => ({ key, value }));
  }

  /** Rows that could not be read; they are kept, never thrown away. */
  broken(): Promise<SetAside[]> {
    return this.tables.broken();
  }

  close(): void {
    this.tables.close();
  }

  private time = () => new Date(this.now()).toISOString();

  private blank(from: Beginning, at: string) {
    return {
      id: uuid7(this.now()),
      profile: from.profile,
      scenario: from.scenario,
      version: from.version,
      engine: 1 as const,
      startedAt: at,
      updatedAt: at,
      finishedAt: null,
      shown: null,
      acked: 0,
    };
  }

  private grown(row: AttemptRow, { path, asked, finished, shown }: Progress): AttemptRow {
    const at = this.time();
    return {
      ...row,
      path,
      asked,
      shown,
      updatedAt: at,
      finishedAt: finished ? (row.finishedAt ?? at) : null,
    };
  }

  private async fork(from: AttemptRow, progress: Progress): Promise<AttemptRow> {
    const common = progress.path.findIndex((answer, at) => !same(answer, from.path[at]));
    const blank = this.blank(from, from.startedAt);
    const row = {
      ...blank,
      path: [],
      asked: null,
      copied: Math.max(common, 0),
      sequence: await this.count("sequence"),
    };
    return this.insert(this.grown(row, progress));
  }

  private async insert(row: AttemptRow): Promise<AttemptRow> {
    await this.tables.update("attempts", row.id, () => row);
    return row;
  }

  /** The next number of a counter, never given twice on this phone. */
  private async count(key: string): Promise<number> {
    const row = await this.tables.update("meta", key, (old) => ({
      key,
      value: (typeof old?.value === "number" ? old.value : 0) + 1,
    }));
    return row?.value as number;
  }
}

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

const isPrefix = (short: readonly Answer[], long: readonly Answer[]) =>
  short.length <= long.length && short.every((answer, at) => same(answer, long[at]));

/** What the phone keeps, and how a row that was read is judged. */
import type { Answer } from "../engine";

export type { Answer };

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

export interface Profile {
  id: string;
  kind: "guest" | "child";
  childId?: string;
  nickname: string;
  avatar: string;
  tier: string;
  classroom?: { id: string; name: string };
  createdAt: string;
}

/**
 * Tokens of a profile, or of the adult signed in on this phone (owner `TEACHER`). When one ends is the
 * server's to say (a 401): with no time kept, no clock can be wrong.
 */
export interface Tokens {
  owner: string;
  access: string;
  refresh: string;
}
export const TEACHER = "teacher";

export interface Shown {
  percent: number;
  stars: number;
}

/** One play of one version of a story. The row is the outbox: see `isWaiting`. */
export interface AttemptRow {
  id: string;
  profile: string;
  scenario: string;
  version: string;
  engine: 1;
  path: Answer[];
  /** How many answers at the front were copied from an earlier attempt. */
  copied: number;
  startedAt: string;
  updatedAt: string;
  finishedAt: string | null;
  /** Counts up on this phone; orders attempts whatever its clock says. */
  sequence: number;
  shown: Shown | null;
  /** How many answers the server said it has. */
  acked: number;
  refused?: { code: string; at: string };
  /** The scene last shown, so that a story can be resumed there. */
  asked: string | null;
}

export interface Pack {
  hash: string;
  /** The canonical JSON the hash was taken of. */
  body: string;
  kept: string;
}

export interface CatalogueEntry {
  hash: string;
  id: string;
  kind: string;
  tier: string;
  topic: string;
  title: string;
  summary: string;
  minutes: number;
  sensitive: boolean;
  risks: string[];
  role: string | null;
  bytes: number;
}

export interface Catalogue {
  tier: string;
  entries: CatalogueEntry[];
  fetchedAt: string;
}

export interface Meta {
  key: string;
  value: Json;
}

/** A row that could not be read, kept where an adult can find it. */
export interface SetAside {
  id: string;
  table: TableName;
  row: unknown;
}

export interface Rows {
  profiles: Profile;
  tokens: Tokens;
  attempts: AttemptRow;
  packs: Pack;
  catalogue: Catalogue;
  meta: Meta;
  aside: SetAside;
}
export type TableName = keyof Rows;

export const KEYS: Record<TableName, string> = {
  profiles: "id",
  tokens: "owner",
  attempts: "id",
  packs: "hash",
  catalogue: "tier",
  meta: "key",
  aside: "id",
};

/** Has answers that the server has not confirmed and has not refused. */
export const isWaiting = (row: AttemptRow): boolean =>
  row.path.length > row.acked && row.refused === undefined;

type Check = (value: unknown) => boolean;
const text: Check = (value) => typeof value === "string";
const whole: Check = (value) => Number.isSafeInteger(value) && (value as number) >= 0;
const number: Check = (value) => typeof value === "number" && Number.isFinite(value);
const flag: Check = (value) => typeof value === "boolean";
const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);
const either =
  (...checks: Check[]): Check =>
  (value) =>
    checks.some((check) => check(value));
const is =
  (...allowed: unknown[]): Check =>
  (value) =>
    allowed.includes(value);
const shape =
  (fields: Record<string, Check>): Check =>
  (value) =>
    typeof value === "object" &&
    value !== null &&
    Object.entries(fields).every(([key, check]) => check((value as Record<string, unknown>)[key]));
const optional = (check: Check): Check => either(is(undefined), check);
const nullable = (check: Check): Check => either(is(null), check);

const answer: Check = either(text, listOf(text), listOf(listOf(text)));
const entry = shape({
  hash: text,
  id: text,
  kind: text,
  tier: text,
  topic: text,
  title: text,
  summary: text,
  minutes: whole,
  sensitive: flag,
  risks: listOf(text),
  role: nullable(text),
  bytes: whole,
});

const CHECKS: Record<TableName, Check> = {
  profiles: shape({
    id: text,
    kind: is("guest", "child"),
    childId: optional(text),
    nickname: text,
    avatar: text,
    tier: text,
    classroom: optional(shape({ id: text, name: text })),
    createdAt: text,
  }),
  tokens: shape({ owner: text, access: text, refresh: text }),
  attempts: shape({
    id: text,
    profile: text,
    scenario: text,
    version: text,
    engine: is(1),
    path: listOf(answer),
    copied: whole,
    startedAt: text,
    updatedAt: text,
    finishedAt: nullable(text),
    sequence: whole,
    shown: nullable(shape({ percent: number, stars: whole })),
    acked: whole,
    refused: optional(shape({ code: text, at: text })),
    asked: nullable(text),
  }),
  packs: shape({ hash: text, body: text, kept: text }),
  catalogue: shape({ tier: text, entries: listOf(entry), fetchedAt: text }),
  meta: shape({ key: text, value: (value) => value !== undefined }),
  aside: shape({ id: text, table: text }),
};

/** The row as its table's type, or undefined when it is not one. */
export function readRow<T extends TableName>(table: T, row: unknown): Rows[T] | undefined {
  return CHECKS[table](row) ? (row as Rows[T]) : undefined;
}

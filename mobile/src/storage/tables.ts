import { KEYS, type Rows, readRow, type SetAside, type TableName } from "./schema";

/**
 * Where rows lie: a database, or memory. Every call is one transaction and throws `StorageError`.
 * Rows that cannot be read are skipped by `get` and `all`, and listed by `broken`.
 */
export interface Tables {
  get<T extends TableName>(table: T, key: string): Promise<Rows[T] | undefined>;
  all<T extends TableName>(table: T): Promise<Rows[T][]>;
  /**
   * Reads and writes one row in one durable transaction; `change` answering undefined leaves it be.
   * A broken row in that place is moved to `aside` first. Gives the row as it stands afterwards.
   */
  update<T extends TableName>(
    table: T,
    key: string,
    change: Change<T>,
  ): Promise<Rows[T] | undefined>;
  remove(table: "tokens" | "packs", key: string): Promise<void>;
  broken(): Promise<SetAside[]>;
  close(): void;
}

export type Change<T extends TableName> = (row: Rows[T] | undefined) => Rows[T] | undefined;

export const TABLES = Object.keys(KEYS) as TableName[];

/** What one `update` has to write, given what was read. */
export function plan<T extends TableName>(
  table: T,
  key: string,
  found: unknown,
  change: Change<T>,
) {
  const row = found === undefined ? undefined : readRow(table, found);
  const next = change(row);
  const displaced = found !== undefined && row === undefined && next !== undefined;
  const aside: SetAside | undefined = displaced
    ? { id: `${table}/${key}`, table, row: found }
    : undefined;
  return { row: next ?? row, next, aside };
}

/** Those of a table's rows that cannot be read. */
export function brokenOf(table: TableName, rows: unknown[]): SetAside[] {
  return rows
    .filter((row) => readRow(table, row) === undefined)
    .map((row) => ({ id: `${table}/${(row as Record<string, string>)[KEYS[table]]}`, table, row }));
}

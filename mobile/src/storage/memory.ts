import { asStorageError } from "./errors";
import { KEYS, type Rows, readRow, type SetAside, type TableName } from "./schema";
import { brokenOf, type Change, plan, TABLES, type Tables } from "./tables";

/** The same tables in memory: for tests, and for a phone that refuses to keep anything. */
export class MemoryTables implements Tables {
  private readonly tables = new Map<TableName, Map<string, unknown>>(
    TABLES.map((table) => [table, new Map()]),
  );

  /** Puts a row as it is, unchecked: what an older or a broken Chumil may have left. */
  plant(table: TableName, row: object): void {
    this.rows(table).set((row as Record<string, string>)[KEYS[table]] ?? "", structuredClone(row));
  }

  async get<T extends TableName>(table: T, key: string): Promise<Rows[T] | undefined> {
    return readRow(table, structuredClone(this.rows(table).get(key)));
  }

  async all<T extends TableName>(table: T): Promise<Rows[T][]> {
    const rows = [...this.rows(table)].sort(([one], [other]) => (one < other ? -1 : 1));
    return rows.flatMap(([, row]) => readRow(table, structuredClone(row)) ?? []);
  }

  async update<T extends TableName>(
    table: T,
    key: string,
    change: Change<T>,
  ): Promise<Rows[T] | undefined> {
    try {
      const { row, next, aside } = plan(
        table,
        key,
        structuredClone(this.rows(table).get(key)),
        change,
      );
      if (aside) this.plant("aside", aside);
      if (next) this.plant(table, next);
      return row;
    } catch (cause) {
      throw asStorageError(cause);
    }
  }

  async remove(table: "tokens" | "packs", key: string): Promise<void> {
    this.rows(table).delete(key);
  }

  async broken(): Promise<SetAside[]> {
    const lying = TABLES.flatMap((table) => brokenOf(table, [...this.rows(table).values()]));
    return [...(await this.all("aside")), ...lying];
  }

  close(): void {}

  private rows(table: TableName): Map<string, unknown> {
    return this.tables.get(table) as Map<string, unknown>;
  }
}

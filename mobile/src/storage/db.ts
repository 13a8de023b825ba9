import { type IDBPDatabase, openDB } from "idb";
import { asStorageError, StorageError } from "./errors";
import { KEYS, type Rows, readRow, type SetAside, type TableName } from "./schema";
import { brokenOf, type Change, plan, TABLES, type Tables } from "./tables";

export type Upgrade = (db: IDBPDatabase) => void;

/** Step n brings a database from version n to n + 1. Steps are only ever added. */
export const UPGRADES: readonly Upgrade[] = [
  (db) => {
    for (const table of TABLES) db.createObjectStore(table, { keyPath: KEYS[table] });
  },
];

const PATIENCE = 4000;

/** Opens the phone's database; throws `StorageError` when it cannot be had. */
export async function openTables(name = "chumil", upgrades = UPGRADES): Promise<Tables> {
  let late = false;
  const opening = openDB(name, upgrades.length, {
    upgrade: (db, from) => {
      for (const step of upgrades.slice(from)) step(db);
    },
    // A newer Chumil in another tab is waiting: make way at once.
    blocking: (_from, _to, event) => (event.target as IDBDatabase).close(),
  });
  opening.then((db) => late && db.close()).catch(() => {});
  try {
    return new DbTables(await Promise.race([opening, tooLong()]));
  } catch (cause) {
    late = true;
    throw asStorageError(cause);
  }
}

const tooLong = () =>
  new Promise<never>((_, refuse) =>
    setTimeout(() => refuse(new StorageError("blocked")), PATIENCE),
  );

class DbTables implements Tables {
  constructor(private readonly db: IDBPDatabase) {}

  get<T extends TableName>(table: T, key: string): Promise<Rows[T] | undefined> {
    return typed(async () => readRow(table, await this.db.get(table, key)));
  }

  all<T extends TableName>(table: T): Promise<Rows[T][]> {
    return typed(async () =>
      (await this.db.getAll(table)).flatMap((row) => readRow(table, row) ?? []),
    );
  }

  update<T extends TableName>(
    table: T,
    key: string,
    change: Change<T>,
  ): Promise<Rows[T] | undefined> {
    return typed(async () => {
      const tx = this.db.transaction([table, "aside"], "readwrite", { durability: "strict" });
      // A refused write rejects both its request and `done`; the first one to be seen tells why.
      tx.done.catch(() => {});
      const { row, next, aside } = plan(table, key, await tx.objectStore(table).get(key), change);
      if (aside) await tx.objectStore("aside").put(aside);
      if (next) await tx.objectStore(table).put(next);
      await tx.done;
      return row;
    });
  }

  remove(table: "tokens" | "packs", key: string): Promise<void> {
    return typed(() => this.db.delete(table, key));
  }

  broken(): Promise<SetAside[]> {
    return typed(async () => {
      const lying = await Promise.all(
        TABLES.map(async (table) => brokenOf(table, await this.db.getAll(table))),
      );
      return [...(await this.all("aside")), ...lying.flat()];
    });
  }

  close(): void {
    this.db.close();
  }
}

async function typed<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    throw asStorageError(cause);
  }
}

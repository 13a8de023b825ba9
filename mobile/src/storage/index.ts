import { openTables } from "./db";
import { asStorageError, type StorageError } from "./errors";
import { MemoryTables } from "./memory";
import { Store } from "./store";

export { StorageError, type StorageTrouble } from "./errors";
export { uuid7 } from "./ids";
export * from "./schema";
export { type Beginning, type Progress, Store } from "./store";

/** The phone's store; without a database, one in memory and the `trouble` that the screen must tell. */
export async function openStore(
  open = openTables,
): Promise<{ store: Store; trouble?: StorageError }> {
  try {
    return { store: new Store(await open()) };
  } catch (cause) {
    return { store: new Store(new MemoryTables(), false), trouble: asStorageError(cause) };
  }
}

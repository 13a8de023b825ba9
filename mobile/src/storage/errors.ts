/** Why the phone could not keep something. */
export type StorageTrouble =
  | "quota" // the phone is full
  | "blocked" // another tab holds an older version open, or took this one over
  | "unavailable" // private mode, or the browser has no database
  | "newer"; // the database was written by a newer Chumil

export class StorageError extends Error {
  constructor(
    readonly trouble: StorageTrouble,
    cause?: unknown,
  ) {
    super(`storage: ${trouble}`, { cause });
    this.name = "StorageError";
  }
}

const TROUBLES: Record<string, StorageTrouble> = {
  QuotaExceededError: "quota",
  VersionError: "newer",
  InvalidStateError: "blocked",
};

/** Gives whatever a database threw the name of a trouble we know. */
export function asStorageError(cause: unknown): StorageError {
  if (cause instanceof StorageError) return cause;
  const name = cause instanceof Error || cause instanceof DOMException ? cause.name : "";
  return new StorageError(TROUBLES[name] ?? "unavailable", cause);
}

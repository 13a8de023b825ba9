/**
 * The locks that tabs share. Here many apps live in one process and are killed one by one,
 * and as in a browser the locks of a killed app are free at once.
 */
const tails = new Map<string, Promise<unknown>>();

const locks = {
  request<T>(name: string, work: () => Promise<T>): Promise<T> {
    const turn = (tails.get(name) ?? Promise.resolve()).then(work, work);
    tails.set(name, turn);
    return turn;
  },
};

export function install(): void {
  Object.defineProperty(globalThis, "navigator", { value: { locks }, configurable: true });
}

/** Frees what was held in the name of these profiles. */
export function free(profiles: readonly { id: string }[]): void {
  for (const { id } of profiles)
    for (const name of tails.keys()) if (name.endsWith(id)) tails.delete(name);
}

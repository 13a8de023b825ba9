/** What a child is told: "Todo guardado", "3 historias por enviar", or nothing for a guest. */
export type Status =
  | { kind: "guest" }
  | { kind: "saved"; at: string | null }
  | { kind: "waiting"; stories: number };

/** A value that can be watched. */
export interface Watched<T> {
  get(): T;
  /** Calls back at once and at every change; gives the way to stop. */
  watch(listener: (value: T) => void): () => void;
}

export function watched<T>(first: T): Watched<T> & { set(value: T): void } {
  let current = first;
  const listeners = new Set<(value: T) => void>();
  return {
    get: () => current,
    set(value) {
      current = value;
      for (const listener of listeners) listener(value);
    },
    watch(listener) {
      listeners.add(listener);
      listener(current);
      return () => listeners.delete(listener);
    },
  };
}

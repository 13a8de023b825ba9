import type { Store } from "../storage";
import { ApiError, SessionEnded } from "./errors";

export interface Pair {
  access: string;
  refresh: string;
}
/** Asks the server for the next pair. */
export type Renew = (refresh: string) => Promise<Pair>;

/** One at a time, in this tab and in the others. */
export type Lock = <T>(name: string, work: () => Promise<T>) => Promise<T>;

const tails = new Map<string, Promise<unknown>>();

export const lock: Lock = (name, work) => {
  if (typeof navigator !== "undefined" && navigator.locks)
    return navigator.locks.request(name, work) as ReturnType<typeof work>;
  const turn = (tails.get(name) ?? Promise.resolve()).then(work, work);
  tails.set(name, turn);
  return turn;
};

/** The tokens of one owner (a profile or the teacher), renewed one at a time. */
export class Session {
  private renewing: Promise<string> | undefined;

  constructor(
    private readonly store: Store,
    readonly owner: string,
    private readonly renew: Renew,
    private readonly alone: Lock = lock,
  ) {}

  /** The access token, or `SessionEnded` when nobody is signed in. */
  async access(): Promise<string> {
    const tokens = await this.store.tokens(this.owner);
    if (!tokens) throw new SessionEnded();
    return tokens.access;
  }

  /** Another access token than the `stale` one; callers share one renewal. */
  fresh(stale: string): Promise<string> {
    this.renewing ??= this.alone(`chumil-session-${this.owner}`, () => this.replace(stale)).finally(
      () => {
        this.renewing = undefined;
      },
    );
    return this.renewing;
  }

  private async replace(stale: string): Promise<string> {
    const tokens = await this.store.tokens(this.owner);
    if (!tokens) throw new SessionEnded();
    if (tokens.access !== stale) return tokens.access;
    try {
      const { access, refresh } = await this.renew(tokens.refresh);
      await this.store.keepTokens({ owner: this.owner, access, refresh });
      return access;
    } catch (cause) {
      if (!(cause instanceof ApiError) || cause.status !== 401) throw cause;
      await this.store.dropTokens(this.owner);
      throw new SessionEnded();
    }
  }
}

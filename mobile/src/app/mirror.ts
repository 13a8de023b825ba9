/**
 * A small second copy of who plays here and what they have sewn. It is read before the first paint, since the
 * database answers later; it survives where a WebView's database is evicted.
 */
import type { Person } from "../features/profiles/Profiles";
import type { Entry, Sewn } from "../features/sky/sky";
import type { Lang } from "../i18n";

export type { Person };

export interface Mirror {
  current: string | undefined;
  people: Person[];
  /** By profile, then by story. */
  sewn: Record<string, Record<string, Sewn>>;
  badges: Record<string, string[]>;
  /** The story each profile has begun and not finished. */
  open: Record<string, string>;
  /** By tier, where the server has published since the client was built. */
  stories: Record<string, Entry[]>;
  lang: Lang;
  /** Effects are heard only after somebody asked for them. */
  sound: boolean;
}

export const nobody: Mirror = {
  current: undefined,
  people: [],
  sewn: {},
  badges: {},
  open: {},
  stories: {},
  lang: "es",
  sound: false,
};

const KEY = "chumil";

export function mirror(): Mirror {
  try {
    return { ...nobody, ...JSON.parse(localStorage.getItem(KEY) ?? "{}") };
  } catch {
    return nobody;
  }
}

export function keepMirror(copy: Mirror) {
  try {
    localStorage.setItem(KEY, JSON.stringify(copy));
  } catch {
    // Full or forbidden storage: the database still has everything.
  }
}

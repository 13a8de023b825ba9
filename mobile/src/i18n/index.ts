/**
 * Words of the screens. `{tú|vos}` picks by tier, `{name}` takes a value.
 * The first response carries Spanish for the sky and the player; the rest comes with its screens.
 */
import { es } from "./es";

export type Lang = "es" | "en";
export type Words = typeof es & import("./more").More;
export type Key = keyof Words;

export type Table = Partial<Record<Key, string>>;

let words: Table = es;
let lang: Lang = "es";
let vos = false;

export const language = () => lang;

/** Adds words that came later; those of another language than the current one are left out. */
export function addWords(of: Lang, more: Table) {
  if (of === lang) words = { ...words, ...more };
}

export function speak(to: Lang, table: Table) {
  lang = to;
  words = { ...table };
  if (typeof document !== "undefined") document.documentElement.lang = to === "es" ? "es-GT" : "en";
}

/** The two older tiers are spoken to as vos. */
export function register(tier: string) {
  vos = tier === "ages-13-15" || tier === "ages-16-18";
}

export function t(key: Key, values: Record<string, string | number> = {}): string {
  return (words[key] ?? key).replace(/\{([^{}|]*)(?:\|([^{}]*))?\}/g, (_, a: string, b?: string) =>
    b === undefined ? String(values[a] ?? "") : vos ? b : a,
  );
}

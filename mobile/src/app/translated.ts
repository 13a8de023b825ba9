/** A story in another language: the texts that are ready laid over the Spanish pack. Rules and hash stay the pack's. */
import { language } from "../i18n";
import { json } from "./content";

interface Overlay {
  strings: Record<string, string>;
}

/** The pack in the language of the screens, or as it is where no translation is ready or in reach. */
export async function translated<T>(pack: T, hash: string): Promise<T> {
  const strings = await stringsOf(hash);
  return strings ? lay(pack, strings, "") : pack;
}

/** The title of a story in the language of the screens. */
export const titleOf = async (hash: string, spanish: string): Promise<string> =>
  (await stringsOf(hash))?.title ?? spanish;

async function stringsOf(hash: string) {
  if (language() === "es") return undefined;
  const overlay = await json<Overlay>(`/content/i18n/${language()}/${hash}.json`).catch(() => null);
  return overlay?.strings;
}

/** Texts are known by the ids on the way to them; a beat's own text by the beat. */
export function lay<T>(value: T, strings: Record<string, string>, key: string): T {
  const below = (one: unknown, name: string | number) =>
    lay(one, strings, key ? `${key}.${name}` : String(name));
  if (typeof value === "string")
    return (strings[key] ?? strings[key.replace(/\.text$/, "")] ?? value) as T;
  if (Array.isArray(value)) return value.map((one, at) => below(one, one?.id ?? at)) as T;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, below(one, name)]),
  ) as T;
}

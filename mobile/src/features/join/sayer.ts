import { language } from "../../i18n";

let vos = false;

/** The two older tiers are spoken to as vos, once the tier is known. */
export function speakTo(tier: string) {
  vos = tier === "ages-13-15" || tier === "ages-16-18";
}

/** Says the words of a pair of tables: `{tú|vos}` picks by tier, `{name}` takes a value. */
export const sayer =
  <Key extends string>(es: Record<Key, string>, en: Record<Key, string>) =>
  (key: Key, values: Record<string, string | number> = {}): string =>
    (language() === "en" ? en : es)[key].replace(
      /\{([^{}|]*)(?:\|([^{}]*))?\}/g,
      (_, one: string, other?: string) =>
        other === undefined ? String(values[one] ?? "") : vos ? other : one,
    );

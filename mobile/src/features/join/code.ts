/** Class codes: eight of these, as the server makes them. */
const ALPHABET = "BCDFHJKMNPQRTVWXY234679";
export const LENGTH = 8;

/** Signs no code has, and the one that was meant. */
const MEANT: Record<string, string> = {
  Z: "2",
  G: "6",
  U: "V",
  "8": "B",
  "0": "Q",
  O: "Q",
};

/** What a child typed as the eight signs it can be: capitals, no spaces, look-alikes put right. */
export function cleaned(typed: string): string {
  const signs = [...typed.toUpperCase()].map((sign) => MEANT[sign] ?? sign);
  return signs
    .filter((sign) => ALPHABET.includes(sign))
    .slice(0, LENGTH)
    .join("");
}

/** In two groups, as the teacher's screen shows it. */
export const grouped = (code: string): string =>
  code.length > 4 ? `${code.slice(0, 4)}-${code.slice(4)}` : code;

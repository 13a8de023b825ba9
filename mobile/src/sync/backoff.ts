const SHORTEST = 2_000;
const LONGEST = 300_000;

/** How long to wait (ms) after `level` failures in a row; `random` in [0, 1) spreads a class of phones. */
export function backoff(level: number, random: number, after = 0): number {
  const ceiling = Math.min(LONGEST, SHORTEST * 2 ** Math.max(0, level - 1));
  return Math.max(after * 1000, ceiling * (0.5 + random / 2));
}

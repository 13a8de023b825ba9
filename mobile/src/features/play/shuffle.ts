/** The same seed always gives the same order; the order never depends on what is safe. */
export function shuffle<T extends { id: string }>(items: readonly T[], seed: string): T[] {
  return items
    .map((item) => [weigh(`${seed}/${item.id}`), item] as const)
    .sort(([a], [b]) => a - b)
    .map(([, item]) => item);
}

/** FNV-1a, then mixed, so that ids that differ in one letter land far apart. */
function weigh(text: string): number {
  let h = 0x811c9dc5;
  for (const c of text) h = Math.imul(h ^ c.charCodeAt(0), 0x01000193);
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
  return (h ^ (h >>> 13)) >>> 0;
}

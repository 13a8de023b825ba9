/** What the sky shows, worked out from the catalogue and what this child finished. */

export interface Entry {
  id: string;
  tier: string;
  topic: string;
  title: string;
  minutes: number;
  sensitive: boolean;
}

export interface Topic {
  id: string;
  title: string;
  figure: { id: string; name: string };
}

/** Best stars of a story, how often it was finished, and when last (ms). */
export interface Sewn {
  stars: number;
  plays: number;
  last: number;
}

export interface Constellation {
  topic: Topic;
  entries: Entry[];
  done: number;
  complete: boolean;
  colour: number;
}

const DAY = 86_400_000;
const rests = [1, 7, 30];

/** A story sewn once rests a day, then a week, then a month; after that its thread is fast. */
export function isDue(sewn: Sewn | undefined, now: number): boolean {
  const rest = sewn && rests[sewn.plays - 1];
  return !!rest && now - sewn.last >= rest * DAY;
}

/** The topics that have stories, in the order of the topics' file. Sensitive stories are not needed to complete one. */
export function constellations(
  topics: Topic[],
  catalogue: Entry[],
  sewn: Record<string, Sewn>,
): Constellation[] {
  return topics.flatMap((topic, index) => {
    const entries = catalogue.filter((entry) => entry.topic === topic.id);
    if (!entries.length) return [];
    const done = entries.filter((entry) => sewn[entry.id]).length;
    const needed = entries.filter((entry) => !entry.sensitive);
    const complete = done > 0 && needed.every((entry) => sewn[entry.id]);
    return [{ topic, entries, done, complete, colour: index % 4 }];
  });
}

/** The invitation: something new that is not sensitive, else a loose thread, else anything new, else the first. */
export function suggest(
  sky: Constellation[],
  sewn: Record<string, Sewn>,
  now: number,
): Entry | undefined {
  const all = sky.flatMap((c) => c.entries);
  const fresh = all.filter((entry) => !sewn[entry.id]);
  return (
    fresh.find((entry) => !entry.sensitive) ??
    all.find((entry) => !entry.sensitive && isDue(sewn[entry.id], now)) ??
    fresh[0] ??
    all[0]
  );
}

export const starsOf = (sewn: Record<string, Sewn>): number =>
  Object.values(sewn).reduce((sum, { stars }) => sum + stars, 0);

/** Content built into the client: what came in the first response, and what is fetched beside it. */
import type { Badge } from "../features/badges/Badges";
import type { Entry, Topic } from "../features/sky/sky";
import type { Lang } from "../i18n";
import type { CatalogueEntry } from "../storage";
import type { Both, HelpBook } from "../ui/help";

export interface First {
  catalogue: Entry[];
  /** In Spanish. */
  topics: Topic[];
}

type TopicInBoth = { id: string; title: Both; figure: { id: string; name: Both } };

export interface Objective {
  id: string;
  can: Both;
}

export async function json<T>(path: string): Promise<T> {
  const answer = await fetch(path);
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer.json();
}

export const helpBook = () => json<HelpBook>("/content/help.json");
export const badgeRules = () => json<Badge[]>("/content/badges.json");
export const builtIn = () => json<CatalogueEntry[]>("/content/catalogue.json");
/** The names of the sky in a language. */
export async function topicsIn(lang: Lang): Promise<Topic[]> {
  const all = await json<TopicInBoth[]>("/content/topics.json");
  return all.map(({ id, title, figure }) => ({
    id,
    title: title[lang],
    figure: { id: figure.id, name: figure.name[lang] },
  }));
}

export const objectives = () => json<Objective[]>("/content/objectives.json");

/** The content inlined in the page; while developing there is none and it is fetched. */
export async function firstContent(): Promise<First> {
  const inlined = document.getElementById("first");
  return inlined ? JSON.parse(inlined.textContent ?? "") : json("/content/first.json");
}

/** Content built into the client: what came in the first response, and what is fetched beside it. */
import type { Scenario } from "../engine/first";
import type { Badge } from "../features/badges/Badges";
import type { Entry, Topic } from "../features/sky/sky";
import type { Both, HelpBook } from "../ui/help";

export interface First {
  catalogue: Entry[];
  topics: (Omit<Topic, "title" | "figure"> & { title: Both; figure: { id: string; name: Both } })[];
}

export interface Objective {
  id: string;
  can: Both;
}

async function json<T>(path: string): Promise<T> {
  const answer = await fetch(path);
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer.json();
}

export const helpBook = () => json<HelpBook>("/content/help.json");
export const badgeRules = () => json<Badge[]>("/content/badges.json");
export const objectives = () => json<Objective[]>("/content/objectives.json");

/** A pack by its hash: built in, else from the server. */
export const packOf = (hash: string): Promise<Scenario> =>
  json<Scenario>(`/content/${hash}.json`).catch(() => json<Scenario>(`/api/v1/scenarios/${hash}`));

/** The content inlined in the page; while developing there is none and it is fetched. */
export async function firstContent(): Promise<First> {
  const inlined = document.getElementById("first");
  return inlined ? JSON.parse(inlined.textContent ?? "") : json("/content/first.json");
}

/** Stories of a tier: built into the client, or published after it was built. */
import { reach } from "../api/client";
import type { Scenario } from "../engine/first";
import type { Entry } from "../features/sky/sky";
import type { CatalogueEntry } from "../storage";
import { download } from "../sync";
import { builtIn, json } from "./content";
import { store } from "./phone";
import { titleOf, translated } from "./translated";

/** A pack by its hash, in the language of the screens: kept on the phone, built in, else from the server. */
export async function packOf(hash: string): Promise<Scenario> {
  const kept = await (await store()).pack(hash).catch(() => undefined);
  const pack = kept
    ? (JSON.parse(kept.body) as Scenario)
    : await json<Scenario>(`/content/${hash}.json`).catch(() =>
        json<Scenario>(`/api/v1/scenarios/${hash}`),
      );
  return translated(pack, hash);
}

/** The version of a story to begin now: the newest the phone knows. */
export async function versionOf(tier: string, story: string): Promise<string> {
  const newest = (await (await store()).catalogue(tier))?.entries ?? [];
  const found = [...newest, ...(await builtIn())].find(({ id }) => id === story);
  if (!found) throw new Error(`no story ${story}`);
  return found.hash;
}

/** Brings a tier's stories onto the phone; undefined where no server could be reached. */
export async function freshStories(tier: string): Promise<Entry[] | undefined> {
  const here = await builtIn();
  if ("serviceWorker" in navigator && navigator.serviceWorker.controller === null)
    await Promise.race([navigator.serviceWorker.ready, new Promise((go) => setTimeout(go, 5000))]);
  try {
    const kept = await store();
    await download(kept, tier, nearest(here));
    const entries = (await kept.catalogue(tier))?.entries ?? [];
    return await Promise.all(entries.map(shownOf));
  } catch {
    const mine = here.filter((entry) => entry.tier === tier);
    for (const { hash } of mine) await fetch(`/content/${hash}.json`).catch(() => undefined);
    return undefined;
  }
}

/** A story that was built in is asked from beside the page, where it may lie on the phone already. */
const nearest = (here: CatalogueEntry[]) => async (request: Request) => {
  const hash = new URL(request.url).pathname.split("/").pop() ?? "";
  const near = here.some((entry) => entry.hash === hash);
  return reach(near ? new Request(`/content/${hash}.json`) : request);
};

async function shownOf(entry: CatalogueEntry): Promise<Entry> {
  const { hash, id, tier, topic, minutes, sensitive } = entry;
  return { id, tier, topic, title: await titleOf(hash, entry.title), minutes, sensitive };
}

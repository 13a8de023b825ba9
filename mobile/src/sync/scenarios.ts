import { type Fetch, open, reach, unwrap } from "../api/client";
import type { components } from "../api/schema";
import type { CatalogueEntry, Store } from "../storage";
import { sha256 } from "./sha256";

type Tier = components["schemas"]["TierEnum"];

/** What became of one tier's stories: all that are kept now, and hashes that could not be had. */
export interface Download {
  kept: number;
  missing: string[];
}

/**
 * Brings a tier's catalogue and its stories onto the phone, to be played offline. A story whose bytes are
 * not those of its hash is left out. Throws `NetworkError`, `ApiError` or `StorageError` for the catalogue.
 */
export async function download(
  store: Store,
  tier: string,
  fetch: Fetch = reach,
): Promise<Download> {
  const entries = await listed(tier, fetch);
  await store.keepCatalogue(tier, entries);
  const missing: string[] = [];
  for (const { hash } of entries) if (!(await have(store, hash, fetch))) missing.push(hash);
  return { kept: entries.length - missing.length, missing };
}

async function listed(tier: string, fetch: Fetch): Promise<CatalogueEntry[]> {
  const entries: CatalogueEntry[] = [];
  for (let page = 1; ; page++) {
    const query = { tier: tier as Tier, page };
    const answer = unwrap(await open(fetch).GET("/api/v1/scenarios", { params: { query } }));
    entries.push(...answer.results);
    if (!answer.next) return entries;
  }
}

async function have(store: Store, hash: string, fetch: Fetch): Promise<boolean> {
  if (await store.pack(hash)) return true;
  try {
    const body = await fetched(hash, fetch);
    if (body !== undefined) await store.keepPack(hash, body);
    return body !== undefined;
  } catch {
    return false;
  }
}

async function fetched(hash: string, fetch: Fetch): Promise<string | undefined> {
  const params = { path: { hash } };
  const answer = await open(fetch).GET("/api/v1/scenarios/{hash}", {
    params,
    parseAs: "arrayBuffer",
  });
  const bytes = new Uint8Array(
    unwrap<ArrayBuffer>({ ...answer, data: answer.data as ArrayBuffer }),
  );
  if (sha256(bytes) !== hash) return undefined;
  return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
}

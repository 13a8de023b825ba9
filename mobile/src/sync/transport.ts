import { as, type Fetch, reach, unwrap } from "../api/client";
import { ApiError, SessionEnded } from "../api/errors";
import type { components } from "../api/schema";
import type { Store } from "../storage";
import type { Failure } from "./outbox";

export type SyncItem = components["schemas"]["SyncItemRequest"];
export type SyncBody = components["schemas"]["SyncRequestRequest"];

/** What the phone dares to read of an answer: a later server may know more words than this phone. */
export interface SyncAnswer {
  server_now: string;
  results: { id: string | null; status: string; have?: number | null; code?: string | null }[];
  badges: string[];
}

/** Sends a batch as one child's profile. */
export type Send = (profile: string, body: SyncBody) => Promise<SyncAnswer>;

export const sender =
  (store: Store, fetch: Fetch = reach): Send =>
  async (profile, body) => {
    const answer = unwrap(await as(profile, store, fetch).POST("/api/v1/sync", { body }));
    if (!Array.isArray(answer?.results)) throw new TypeError("not an answer to sync");
    return answer;
  };

/** Whose fault it was. What nobody can name (a café's sign-in page, half an answer) is the network's. */
export function failureOf(cause: unknown): { why: Failure; after?: number } {
  if (cause instanceof SessionEnded) return { why: "ended" };
  if (!(cause instanceof ApiError)) return { why: "network" };
  const later = cause.status >= 500 || cause.status === 429;
  return later ? { why: "busy", after: cause.after } : { why: "rejected" };
}

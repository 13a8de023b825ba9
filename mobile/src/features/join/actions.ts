import { open, unwrap } from "../../api/client";
import { ApiError, NetworkError } from "../../api/errors";
import type { components } from "../../api/schema";
import { type AttemptRow, type Profile, StorageError, type Store, uuid7 } from "../../storage";
import { grouped } from "./code";
import { canLock, lockOf } from "./lock";
import type { Key } from "./strings";

export type Joining = components["schemas"]["Joining"];
type Joined = components["schemas"]["Joined"];
export type Asked = components["schemas"]["PhoneAsked"];
export type Avatar = components["schemas"]["AvatarEnum"];

/** A child at home on this phone, and the server's `secret_generation` of the moment. */
export interface Bound {
  profile: Profile;
  generation: number;
}

/** The class behind a code and its free tiles. */
export async function look(code: string): Promise<Joining> {
  return unwrap(await open().POST("/api/v1/join/look", { body: { code: grouped(code) } }));
}

/** Takes a tile. */
export async function claim(store: Store, code: string, tile: string): Promise<Bound> {
  const body = { code: grouped(code), tile, device: await store.device() };
  return bound(store, unwrap(await open().POST("/api/v1/join/claim", { body })));
}

/** Binds the phone by the secret of a printed card. */
export async function showCard(store: Store, secret: string): Promise<Bound> {
  const body = { secret, device: await store.device() };
  return bound(store, unwrap(await open().POST("/api/v1/join/card", { body })));
}

/** Asks the teacher to let this phone in; the `code` is four digits to show. */
export async function ask(store: Store, code: string, avatar: Avatar): Promise<Asked> {
  const body = { code: grouped(code), avatar, device: await store.device() };
  return unwrap(await open().POST("/api/v1/join/ask", { body }));
}

/** What the teacher said so far; once approved, the phone is bound. */
export async function answerTo(
  store: Store,
  request: string,
): Promise<Bound | "waiting" | "refused" | "expired"> {
  const body = { request, device: await store.device() };
  const { state, joined } = unwrap(await open().POST("/api/v1/join/asked", { body }));
  if (joined) return bound(store, joined);
  return state === "approved" ? "waiting" : state;
}

/** The phone keeps its tokens first, then the profile that uses them. */
async function bound(store: Store, joined: Joined): Promise<Bound> {
  const { access, refresh, child, classroom } = joined;
  const known = (await store.profiles()).find((one) => one.childId === child.id);
  const id = known?.id ?? uuid7(Date.now());
  await store.keepTokens({ owner: id, access, refresh });
  const { nickname, avatar, tier } = child;
  const createdAt = known?.createdAt ?? new Date().toISOString();
  const profile: Profile = {
    id,
    kind: "child",
    childId: child.id,
    nickname,
    avatar,
    tier,
    classroom,
    createdAt,
  };
  await store.saveProfile(profile);
  return { profile, generation: child.secret_generation };
}

/** Whether the child has to choose pictures on this phone: none yet, or the teacher let go of the old. */
export async function mustChoose(store: Store, { profile, generation }: Bound): Promise<boolean> {
  const mine = await lockOf(store, profile.id);
  return canLock() && (mine === undefined || mine < generation);
}

/** What guests played on this phone and nobody has claimed. */
export async function unclaimed(store: Store): Promise<AttemptRow[]> {
  const guests = (await store.profiles()).filter((one) => one.kind === "guest");
  const rows = await Promise.all(guests.map((one) => store.attempts(one.id)));
  return rows.flat().filter((row) => row.path.length > 0);
}

/** Which sentence tells what went wrong and what to do. */
export function trouble(cause: unknown): Key {
  if (cause instanceof NetworkError) return "network";
  if (cause instanceof StorageError) return "storage";
  const code = cause instanceof ApiError ? cause.code : "";
  return KNOWN[code] ?? "other";
}

const KNOWN: Record<string, Key> = {
  join_not_open: "join_not_open",
  tile_taken: "tile_taken",
  too_many_attempts: "too_many_attempts",
  card_not_valid: "card_not_valid",
};

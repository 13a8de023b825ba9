import { open, unwrap } from "../../api/client";
import { ApiError, NetworkError } from "../../api/errors";
import type { components } from "../../api/schema";
import { type AttemptRow, type Profile, StorageError, type Store, uuid7 } from "../../storage";
import { grouped } from "./code";
import type { Key } from "./strings";

export type Joining = components["schemas"]["Joining"];

/** The class behind a code and its free tiles. */
export async function look(code: string): Promise<Joining> {
  return unwrap(await open().POST("/api/v1/join/look", { body: { code: grouped(code) } }));
}

/** Takes a tile: the phone keeps its tokens first, then the profile that uses them. */
export async function claim(store: Store, code: string, tile: string): Promise<Profile> {
  const body = { code: grouped(code), tile, device: await store.device() };
  const { access, refresh, child, classroom } = unwrap(
    await open().POST("/api/v1/join/claim", { body }),
  );
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
  return profile;
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
  return code === "join_not_open" || code === "tile_taken" || code === "too_many_attempts"
    ? code
    : "other";
}

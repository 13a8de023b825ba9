import { as, open, reach, unwrap } from "../../api/client";
import { ApiError, NetworkError, SessionEnded } from "../../api/errors";
import type { components } from "../../api/schema";
import { type Store, TEACHER } from "../../storage";
import type { Key } from "./strings";

export type Classroom = components["schemas"]["ClassroomRow"];
export type ClassProgress = components["schemas"]["ClassProgressBody"];
export type ChildProgress = components["schemas"]["ProgressRow"];
export type Notice = components["schemas"]["NoticeBody"];
export type NewClass = components["schemas"]["NewClassroomRequest"];

const server = (store: Store) => as(TEACHER, store);

export async function signIn(store: Store, email: string, password: string): Promise<void> {
  const body = { email: email.trim(), password, device: await store.device() };
  const { access, refresh } = unwrap(await open().POST("/api/v1/auth/token", { body }));
  await store.keepTokens({ owner: TEACHER, access, refresh });
}

/** Ends the session at the server where it can be reached, and on this phone in any case. */
export async function signOut(store: Store): Promise<void> {
  await server(store)
    .POST("/api/v1/auth/sign-out")
    .catch(() => {});
  await store.dropTokens(TEACHER);
}

export async function classes(store: Store): Promise<Classroom[]> {
  const found: Classroom[] = [];
  for (let page = 1; ; page++) {
    const params = { query: { page } };
    const answer = unwrap(await server(store).GET("/api/v1/classes", { params }));
    found.push(...answer.results);
    if (!answer.next) return found;
  }
}

export async function makeClass(store: Store, body: NewClass): Promise<Classroom> {
  return unwrap(await server(store).POST("/api/v1/classes", { body }));
}

/**
 * Opens the class for joining for two hours, or closes it. The first time the server wants to hear which
 * `notice` the families got, and refuses with `notice_needed` until then.
 */
export async function setJoining(
  store: Store,
  room: Classroom,
  wanted: boolean,
  notice = "",
): Promise<Classroom> {
  const params = { path: { classroom_id: room.id } };
  const body = { open: wanted, notice_version: notice };
  const path = "/api/v1/classes/{classroom_id}/joining";
  return { ...room, ...unwrap(await server(store).POST(path, { params, body })) };
}

/** What families are told before the class opens. */
export async function notice(): Promise<Notice> {
  return unwrap(await open().GET("/api/v1/notice"));
}

export const wantsNotice = (cause: unknown): boolean =>
  cause instanceof ApiError && cause.code === "notice_needed";

/** What the class has done. The browser's cache answers a 304; nothing of it is kept on the phone. */
export async function progress(store: Store, id: string): Promise<ClassProgress> {
  const params = { path: { classroom_id: id } };
  const path = "/api/v1/classes/{classroom_id}/progress";
  return unwrap(await as(TEACHER, store, reach).GET(path, { params, cache: "no-cache" }));
}

/** Which sentence tells what went wrong and what to do. */
export function trouble(cause: unknown): Key {
  if (cause instanceof NetworkError) return "network";
  if (cause instanceof SessionEnded) return "ended";
  const code = cause instanceof ApiError ? cause.code : "";
  return code === "bad_credentials" || code === "too_many_attempts" ? code : "other";
}

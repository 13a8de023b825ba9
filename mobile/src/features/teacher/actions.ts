import { as, open, reach, unwrap } from "../../api/client";
import { ApiError, NetworkError, SessionEnded } from "../../api/errors";
import type { components } from "../../api/schema";
import { type Store, TEACHER } from "../../storage";
import { isKey, type Key } from "./strings";

export type Classroom = components["schemas"]["ClassroomRow"];
export type ClassProgress = components["schemas"]["ClassProgressBody"];
export type ChildProgress = components["schemas"]["ProgressRow"];
export type Notice = components["schemas"]["NoticeBody"];
export type Detail = components["schemas"]["ClassroomDetail"];
export type Tile = components["schemas"]["ClassTile"];
export type Asking = components["schemas"]["AskingPhone"];
export type Phone = components["schemas"]["PhoneRow"];
export type Play = components["schemas"]["Play"];
export type Credit = components["schemas"]["GivenCredit"];
export type Teaching = components["schemas"]["ClassTeacher"];
export type NewClass = components["schemas"]["NewClassroomRequest"];

export const server = (store: Store) => as(TEACHER, store);

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

const of = (classroom_id: string) => ({ path: { classroom_id } });
const whose = (classroom_id: string, child_id: string) => ({ path: { classroom_id, child_id } });

export async function detail(store: Store, id: string): Promise<Detail> {
  const path = "/api/v1/classes/{classroom_id}";
  return unwrap(await server(store).GET(path, { params: of(id) }));
}

/** The phones that ask to be let in. */
export async function asking(store: Store, id: string): Promise<Asking[]> {
  const path = "/api/v1/classes/{classroom_id}/phones";
  return unwrap(await server(store).GET(path, { params: of(id) })).asking;
}

export async function approve(store: Store, id: string, phone: string, child: string) {
  const path = "/api/v1/classes/{classroom_id}/phones/{phone_id}/approve";
  const params = { path: { classroom_id: id, phone_id: phone } };
  unwrap(await server(store).POST(path, { params, body: { child } }));
}

export async function refuse(store: Store, id: string, phone: string) {
  const path = "/api/v1/classes/{classroom_id}/phones/{phone_id}/refuse";
  const params = { path: { classroom_id: id, phone_id: phone } };
  unwrap(await server(store).POST(path, { params }));
}

/** Undoes a claim: the tile is free again. */
export async function release(store: Store, id: string, child: string) {
  const path = "/api/v1/classes/{classroom_id}/children/{child_id}/release";
  unwrap(await server(store).POST(path, { params: whose(id, child) }));
}

export async function resetPictures(store: Store, id: string, child: string) {
  const path = "/api/v1/classes/{classroom_id}/children/{child_id}/reset-secret";
  unwrap(await server(store).POST(path, { params: whose(id, child) }));
}

export async function phonesOf(store: Store, id: string, child: string): Promise<Phone[]> {
  const path = "/api/v1/classes/{classroom_id}/children/{child_id}/phones";
  return unwrap(await server(store).GET(path, { params: whose(id, child) })).results;
}

export async function endPhone(store: Store, id: string, child: string, phone: string) {
  const path = "/api/v1/classes/{classroom_id}/children/{child_id}/phones/{phone_id}";
  const params = { path: { classroom_id: id, child_id: child, phone_id: phone } };
  unwrap(await server(store).DELETE(path, { params }));
}

export async function playsOf(store: Store, id: string, child: string): Promise<Play[]> {
  const path = "/api/v1/classes/{classroom_id}/children/{child_id}/plays";
  return unwrap(await server(store).GET(path, { params: whose(id, child) })).results;
}

/** Has these plays count for another child. */
export async function credit(
  store: Store,
  id: string,
  attempts: string[],
  to: string,
): Promise<Credit[]> {
  const path = "/api/v1/classes/{classroom_id}/credits";
  const body = { attempts, to_child: to };
  return unwrap(await server(store).POST(path, { params: of(id), body }));
}

export async function undoCredit(store: Store, id: string, credit: string) {
  const path = "/api/v1/classes/{classroom_id}/credits/{credit_id}";
  const params = { path: { classroom_id: id, credit_id: credit } };
  unwrap(await server(store).DELETE(path, { params }));
}

export async function moveChild(store: Store, id: string, child: string, to: string) {
  const path = "/api/v1/classes/{classroom_id}/children/{child_id}/move";
  unwrap(await server(store).POST(path, { params: whose(id, child), body: { to } }));
}

/** Everything kept of a child, as a file for the program (`json`) or for people (`html`). */
export async function exportChild(
  store: Store,
  id: string,
  child: string,
  shape: "json" | "html",
): Promise<Blob> {
  const path = "/api/v1/classes/{classroom_id}/children/{child_id}/export";
  const how = { params: whose(id, child), body: { shape }, parseAs: "blob" } as const;
  return unwrap(await server(store).POST(path, how)) as Blob;
}

export async function eraseChild(store: Store, id: string, child: string) {
  const path = "/api/v1/classes/{classroom_id}/children/{child_id}";
  unwrap(await server(store).DELETE(path, { params: whose(id, child) }));
}

export async function moreTiles(store: Store, id: string, pupils: number): Promise<Detail> {
  const path = "/api/v1/classes/{classroom_id}/tiles";
  return unwrap(await server(store).POST(path, { params: of(id), body: { pupils } }));
}

export async function newCode(store: Store, id: string) {
  const path = "/api/v1/classes/{classroom_id}/code";
  unwrap(await server(store).POST(path, { params: of(id) }));
}

export async function archive(store: Store, id: string) {
  const path = "/api/v1/classes/{classroom_id}/archive";
  unwrap(await server(store).POST(path, { params: of(id), body: { archived: true } }));
}

/** A PDF of fresh cards, of the whole class or of some; the old ones of these children end. */
export async function cards(store: Store, id: string, children: string[] | null): Promise<Blob> {
  const path = "/api/v1/classes/{classroom_id}/cards";
  const how = { params: of(id), body: { children }, parseAs: "blob" } as const;
  return unwrap(await server(store).POST(path, how)) as Blob;
}

export async function addTeacher(store: Store, id: string, email: string) {
  const path = "/api/v1/classes/{classroom_id}/teachers";
  unwrap(await server(store).POST(path, { params: of(id), body: { email } }));
}

export async function dropTeacher(store: Store, id: string, user: string) {
  const path = "/api/v1/classes/{classroom_id}/teachers/{user_id}";
  const params = { path: { classroom_id: id, user_id: user } };
  unwrap(await server(store).DELETE(path, { params }));
}

/** Which sentence tells what went wrong and what to do. */
export function trouble(cause: unknown): Key {
  if (cause instanceof NetworkError) return "network";
  if (cause instanceof SessionEnded) return "ended";
  const code = cause instanceof ApiError ? cause.code : "";
  return isKey(code) ? code : "other";
}

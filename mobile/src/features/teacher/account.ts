/** A teacher's own account: opening it, its password, where it is signed in. */
import { open, unwrap } from "../../api/client";
import type { components } from "../../api/schema";
import type { Store } from "../../storage";
import { server } from "./actions";

export type Next = components["schemas"]["NextEnum"];
export type NewAccount = components["schemas"]["NewAccountRequest"];
export type SessionRow = components["schemas"]["SessionRow"];

export async function signUp(body: NewAccount): Promise<Next> {
  return unwrap(await open().POST("/api/v1/auth/sign-up", { body })).next;
}

export async function confirm(token: string): Promise<Next> {
  return unwrap(await open().POST("/api/v1/auth/sign-up/confirm", { body: { token } })).next;
}

export async function forgot(email: string) {
  unwrap(await open().POST("/api/v1/auth/password/forgot", { body: { email } }));
}

export async function reset(token: string, password: string) {
  unwrap(await open().POST("/api/v1/auth/password/reset", { body: { token, password } }));
}

export async function changePassword(store: Store, current: string, password: string) {
  const body = { current, password };
  unwrap(await server(store).POST("/api/v1/auth/password", { body }));
}

export async function sessions(store: Store): Promise<SessionRow[]> {
  return unwrap(await server(store).GET("/api/v1/auth/sessions")).results;
}

export async function endSession(store: Store, session_id: string) {
  const path = "/api/v1/auth/sessions/{session_id}";
  unwrap(await server(store).DELETE(path, { params: { path: { session_id } } }));
}

import createClient from "openapi-fetch";
import type { Store } from "../storage";
import { asApiError, NetworkError, SessionEnded } from "./errors";
import type { paths } from "./schema";
import { type Pair, Session } from "./session";

const PATIENCE = 30_000;
export type Fetch = (request: Request) => Promise<Response>;

/** One request, in the language of the page: throws `NetworkError` when no answer comes in time. */
export async function reach(request: Request): Promise<Response> {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), PATIENCE);
  try {
    return await whole(
      await fetch(new Request(request, { signal: stop.signal, headers: spoken(request) })),
    );
  } catch (cause) {
    throw new NetworkError("no answer", { cause });
  } finally {
    clearTimeout(timer);
  }
}

/** The answer with its body read: a network that stops halfway must not keep us waiting for ever. */
async function whole(answer: Response): Promise<Response> {
  const body = await answer.arrayBuffer();
  return new Response(body.byteLength ? body : null, answer);
}

/** What the server says for people shall be in the language of the page, not of the phone. */
function spoken(request: Request): Headers {
  const headers = new Headers(request.headers);
  const lang = typeof document === "undefined" ? "" : document.documentElement.lang;
  if (lang) headers.set("Accept-Language", lang);
  return headers;
}

/** Sends the owner's token; on 401 renews it once and sends again. */
function signed(session: Session, send: Fetch): Fetch {
  return async (request) => {
    const access = await session.access();
    const first = await send(bearing(request.clone(), access));
    if (first.status !== 401) return first;
    const second = await send(bearing(request, await session.fresh(access)));
    if (second.status === 401) throw new SessionEnded();
    return second;
  };
}

function bearing(request: Request, access: string): Request {
  const headers = new Headers(request.headers);
  headers.set("Authorization", `Bearer ${access}`);
  return new Request(request, { headers });
}

const root = () => (typeof location === "undefined" ? "http://localhost" : location.origin);

/** The server without a session: sign-in, joining, stories. */
export const open = (send: Fetch = reach) => createClient<paths>({ baseUrl: root(), fetch: send });

/** The server on behalf of an owner: a profile's id, or `TEACHER`. */
export function as(owner: string, store: Store, send: Fetch = reach) {
  const session = new Session(store, owner, (refresh) => renew(refresh, send));
  return createClient<paths>({ baseUrl: root(), fetch: signed(session, send) });
}

async function renew(refresh: string, send: Fetch): Promise<Pair> {
  return unwrap(await open(send).POST("/api/v1/auth/token/refresh", { body: { refresh } }));
}

/** The data of an answer; throws `ApiError` when the server refused. */
export function unwrap<T>(answer: { data?: T; error?: unknown; response: Response }): T {
  if (!answer.response.ok || answer.error !== undefined)
    throw asApiError(answer.error, answer.response);
  return answer.data as T;
}

import { expect, it } from "vitest";
import { as, unwrap } from "../../src/api/client";
import { ApiError, NetworkError, SessionEnded } from "../../src/api/errors";
import { Store } from "../../src/storage";
import { MemoryTables } from "../../src/storage/memory";
import { failureOf } from "../../src/sync/transport";

const json = (status: number, body: unknown) =>
  new Response(JSON.stringify(body), { status, headers: { "Content-Type": "application/json" } });

/** A server that takes one access token, and renews one refresh token. */
async function server(renewal: () => Response) {
  const store = new Store(new MemoryTables());
  await store.keepTokens({ owner: "p", access: "old", refresh: "r1" });
  const renewals: string[] = [];
  const fetch = async (request: Request) => {
    if (request.url.endsWith("/refresh")) {
      renewals.push((await request.json()).refresh);
      return renewal();
    }
    const good = request.headers.get("Authorization") === "Bearer new";
    return good ? json(200, { role: "child" }) : json(401, { code: "not_signed_in" });
  };
  const ask = async () => unwrap(await as("p", store, fetch).GET("/api/v1/me"));
  return { store, ask, renewals };
}

it("renews one token once for calls made at the same time, even by two clients", async () => {
  const { store, ask, renewals } = await server(() => json(200, { access: "new", refresh: "r2" }));
  expect(await Promise.all([ask(), ask(), ask()])).toHaveLength(3);
  expect(renewals).toEqual(["r1"]);
  expect(await store.tokens("p")).toEqual({ owner: "p", access: "new", refresh: "r2" });
});

it("ends the session when the server says so, and forgets the tokens", async () => {
  const { store, ask } = await server(() => json(401, { code: "session_ended" }));
  await expect(ask()).rejects.toBeInstanceOf(SessionEnded);
  expect(await store.tokens("p")).toBeUndefined();
});

it("keeps the tokens when the server is only unwell", async () => {
  const { store, ask } = await server(() => json(503, { code: "unavailable" }));
  await expect(ask()).rejects.toMatchObject({ status: 503, code: "unavailable" });
  expect(await store.tokens("p")).toBeDefined();
});

it.each([
  [new NetworkError(), "network"],
  [new SyntaxError("a page, not JSON"), "network"],
  [new SessionEnded(), "ended"],
  [new ApiError({ code: "unavailable", status: 503, detail: "" }, 9), "busy"],
  [new ApiError({ code: "too_many_attempts", status: 429, detail: "" }), "busy"],
  [new ApiError({ code: "invalid_body", status: 400, detail: "" }), "rejected"],
])("tells whose fault it was: %s", (cause, why) => {
  expect(failureOf(cause).why).toBe(why);
});

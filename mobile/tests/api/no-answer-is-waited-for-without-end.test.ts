import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { reach } from "../../src/api/client";
import { NetworkError } from "../../src/api/errors";

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** A network that delivers the head of an answer and half of its body, and then nothing more. */
function stalls(request: Request): Response {
  const body = new ReadableStream({
    start(to) {
      to.enqueue(new TextEncoder().encode('{"results":'));
      request.signal.addEventListener("abort", () => to.error(request.signal.reason));
    },
  });
  return new Response(body, { status: 200 });
}

it("gives up on an answer that stops halfway, so that the outbox can try again", async () => {
  vi.stubGlobal("fetch", async (request: Request) => stalls(request));
  const answer = expect(reach(new Request("http://localhost/sync"))).rejects.toBeInstanceOf(
    NetworkError,
  );
  await vi.advanceTimersByTimeAsync(30_000);
  await answer;
});

it.each([200, 204, 304, 503])("hands on a whole answer of %i as it came", async (status) => {
  const body = status === 200 || status === 503 ? "{}" : null;
  vi.stubGlobal(
    "fetch",
    async () => new Response(body, { status, headers: { "Retry-After": "5" } }),
  );
  const answer = await reach(new Request("http://localhost/sync"));
  expect([answer.status, answer.headers.get("Retry-After"), await answer.text()]).toEqual([
    status,
    "5",
    body ?? "",
  ]);
});

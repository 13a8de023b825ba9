import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, it } from "vitest";
import { Store } from "../../src/storage";
import { MemoryTables } from "../../src/storage/memory";
import { download } from "../../src/sync";
import { sha256 } from "../../src/sync/sha256";

const hex = (bytes: Uint8Array | string) => createHash("sha256").update(bytes).digest("hex");

it("computes the same SHA-256 as everyone", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => sha256(bytes) === hex(bytes)),
  );
});

it("keeps good stories for offline and leaves out one whose bytes were changed", async () => {
  const good = '{"title":"Así"}';
  const bodies: Record<string, string> = { [hex(good)]: good, [hex("right")]: "wrong" };
  const results = Object.keys(bodies).map((hash) => ({
    ...{ hash, id: hash, kind: "story", tier: "ages-7-9", topic: "t", title: "", summary: "" },
    ...{ minutes: 5, sensitive: false, risks: [], role: "target", bytes: 1 },
  }));
  const page = JSON.stringify({ count: 2, next: null, previous: null, results });
  const fetch = async ({ url }: Request) => {
    const hash = new URL(url).pathname.split("/").pop() ?? "";
    return new Response(hash === "scenarios" ? page : bodies[hash]);
  };
  const store = new Store(new MemoryTables());
  expect(await download(store, "ages-7-9", fetch)).toEqual({ kept: 1, missing: [hex("right")] });
  expect((await store.pack(hex(good)))?.body).toBe(good);
  expect(await store.pack(hex("right"))).toBeUndefined();
  expect((await store.catalogue("ages-7-9"))?.entries).toHaveLength(2);
});

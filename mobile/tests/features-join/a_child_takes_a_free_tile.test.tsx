import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/preact";
import { afterEach, beforeAll, expect, it, vi } from "vitest";
import { type Profile, Store } from "../../src/storage";
import { MemoryTables } from "../../src/storage/memory";

let Join: typeof import("../../src/features/join/Join").Join;
let cleaned: typeof import("../../src/features/join/code").cleaned;
beforeAll(async () => {
  vi.stubGlobal(
    "CSSStyleSheet",
    class {
      replaceSync() {}
    },
  );
  document.adoptedStyleSheets = [];
  ({ Join } = await import("../../src/features/join/Join"));
  ({ cleaned } = await import("../../src/features/join/code"));
});
afterEach(cleanup);

const json = (status: number, body: unknown) =>
  new Response(JSON.stringify(body), { status, headers: { "Content-Type": "application/json" } });
const child = {
  id: "c",
  nickname: "Colibrí Azul",
  avatar: "girl-1",
  tier: "ages-7-9",
  secret_generation: 0,
};
const room = { id: "k", name: "3.º B", tier: "ages-7-9" };

function serve(found: boolean) {
  vi.stubGlobal("fetch", async ({ url }: Request) => {
    if (url.endsWith("/look"))
      return found
        ? json(200, { classroom: room, tiles: [child] })
        : json(404, { code: "join_not_open", detail: "" });
    return json(200, { access: "a", refresh: "r", child, classroom: room });
  });
}

it("forgives small letters, spaces and look-alikes", () => {
  expect(cleaned(" bcdf - z34g extra")).toBe("BCDF2346");
});

it("binds the phone and lets the child say which of the guest's stories are hers", async () => {
  serve(true);
  const store = new Store(new MemoryTables());
  await store.saveProfile({
    id: "g",
    kind: "guest",
    nickname: "",
    avatar: "",
    tier: "ages-7-9",
    createdAt: "",
  });
  for (const scenario of ["mine", "other"]) {
    const { id } = await store.begin({ profile: "g", scenario, version: "v" });
    await store.save(id, {
      path: ["one"],
      asked: null,
      finished: true,
      shown: { percent: 90, stars: 3 },
    });
  }
  let joined: Profile | undefined;
  render(
    <Join
      store={store}
      titleOf={(id) => id}
      onJoined={(who) => {
        joined = who;
      }}
    />,
  );
  fireEvent.input(screen.getByLabelText("Código de la clase"), { target: { value: "bcdf 2346" } });
  fireEvent.click(screen.getByText("Buscar mi clase"));
  fireEvent.click(await screen.findByText("Colibrí Azul"));
  for (const picture of ["sol", "pez", "sol", "pez"])
    fireEvent.click(await screen.findByRole("button", { name: picture }));
  fireEvent.click(await screen.findByLabelText(/mine/));
  fireEvent.click(screen.getByText("Estas son mías"));
  await waitFor(() => expect(joined?.childId).toBe("c"));
  expect(await store.tokens(joined?.id ?? "")).toMatchObject({ access: "a", refresh: "r" });
  expect((await store.attempts(joined?.id)).map((row) => row.scenario)).toEqual(["mine"]);
  expect((await store.attempts("g")).map((row) => row.scenario)).toEqual(["other"]);
});

it("opens the class of a scanned square at once, and asks a second time when the pictures differ", async () => {
  serve(true);
  const store = new Store(new MemoryTables());
  render(<Join store={store} code="BCDF-2346" titleOf={(id) => id} onJoined={() => {}} />);
  fireEvent.click(await screen.findByText("Colibrí Azul"));
  for (const picture of ["sol", "pez", "pez", "sol"])
    fireEvent.click(await screen.findByRole("button", { name: picture }));
  expect(await screen.findByText(/No fueron los mismos/)).toBeTruthy();
});

it("binds the phone by a card and takes the secret out of the address", async () => {
  serve(true);
  location.hash = "#/card/secret-of-the-card";
  const store = new Store(new MemoryTables());
  render(<Join store={store} card="secret-of-the-card" titleOf={(id) => id} onJoined={() => {}} />);
  expect(await screen.findByText(/Elige 2 dibujos/)).toBeTruthy();
  expect(location.hash).toBe("#/join");
  expect((await store.profiles())[0]?.childId).toBe("c");
});

it("shows four digits, and lets the child in when the teacher says yes", async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  let state = "waiting";
  vi.stubGlobal("fetch", async ({ url }: Request) => {
    if (url.endsWith("/look")) return json(200, { classroom: room, tiles: [] });
    if (url.endsWith("/ask")) return json(201, { request: "q", code: "4711", expires_at: "" });
    const joined = { access: "a", refresh: "r", child, classroom: room };
    return json(200, { state, joined: state === "approved" ? joined : null });
  });
  const store = new Store(new MemoryTables());
  render(<Join store={store} code="BCDF2346" titleOf={(id) => id} onJoined={() => {}} />);
  fireEvent.click(await screen.findByText("Mi dibujo ya está en otro teléfono"));
  fireEvent.click(await screen.findByText("Tortuga"));
  expect(await screen.findByText("4711")).toBeTruthy();
  await vi.advanceTimersByTimeAsync(3_000);
  expect(await store.profiles()).toEqual([]);
  state = "approved";
  await vi.advanceTimersByTimeAsync(3_000);
  expect(await screen.findByText(/Elige 2 dibujos/)).toBeTruthy();
  vi.useRealTimers();
});

it("says what to do when the class is not open", async () => {
  serve(false);
  render(<Join store={new Store(new MemoryTables())} titleOf={(id) => id} onJoined={() => {}} />);
  fireEvent.input(screen.getByLabelText("Código de la clase"), { target: { value: "BCDF2346" } });
  fireEvent.click(screen.getByText("Buscar mi clase"));
  expect(await screen.findByText(/pide a tu docente que abra la clase/)).toBeTruthy();
});

import { cleanup, fireEvent, render, screen } from "@testing-library/preact";
import { afterEach, beforeAll, expect, it, vi } from "vitest";
import { Store, TEACHER } from "../../src/storage";
import { MemoryTables } from "../../src/storage/memory";

let Teacher: typeof import("../../src/features/teacher/Teacher").Teacher;
beforeAll(async () => {
  vi.stubGlobal(
    "CSSStyleSheet",
    class {
      replaceSync() {}
    },
  );
  document.adoptedStyleSheets = [];
  ({ Teacher } = await import("../../src/features/teacher/Teacher"));
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const json = (status: number, body: unknown) =>
  new Response(JSON.stringify(body), { status, headers: { "Content-Type": "application/json" } });
const room = {
  id: "k",
  name: "3.º B",
  tier: "ages-7-9",
  pupils: 1,
  joining_until: null,
  code: "BCDF-2346",
};
const child = {
  id: "c",
  nickname: "Colibrí Azul",
  avatar: "girl-1",
  claimed: true,
  finished: 4,
  stars: 9,
  last_day: null,
  scenarios: [],
};
const figures = {
  classroom: room,
  computed_at: "2026-03-01T10:00:00Z",
  catalogue: [],
  children: [child],
};

function serve(password: string) {
  const net = { up: true };
  vi.stubGlobal("fetch", async (request: Request) => {
    if (!net.up) throw new TypeError("offline");
    if (request.url.endsWith("/token"))
      return (await request.json()).password === password
        ? json(200, { access: "a", refresh: "r", user: {} })
        : json(401, { code: "bad_credentials", detail: "" });
    if (request.url.endsWith("/joining"))
      return json(200, { code: room.code, joining_until: "2026-03-01T12:00:00Z" });
    if (request.url.endsWith("/progress")) return json(200, figures);
    return json(200, { count: 1, next: null, previous: null, results: [room] });
  });
  return net;
}

async function enter(password: string) {
  const store = new Store(new MemoryTables());
  render(<Teacher store={store} />);
  fireEvent.input(await screen.findByLabelText("Correo"), { target: { value: "a@b.gt" } });
  fireEvent.input(screen.getByLabelText("Contraseña"), { target: { value: password } });
  fireEvent.submit(screen.getByLabelText("Correo").closest("form") as HTMLFormElement);
  return store;
}

it("says in plain words that the password does not match", async () => {
  serve("right");
  const store = await enter("wrong");
  expect(await screen.findByText(/no coinciden/)).toBeTruthy();
  expect(await store.tokens(TEACHER)).toBeUndefined();
});

it("shows the code once the class is open, and what was last seen when the network goes", async () => {
  const net = serve("right");
  await enter("right");
  vi.useFakeTimers({ shouldAdvanceTime: true });
  fireEvent.click(await screen.findByText("3.º B"));
  expect(await screen.findByText("Colibrí Azul")).toBeTruthy();
  expect(screen.queryByText("BCDF-2346")).toBeNull();
  fireEvent.click(screen.getByText("Abrir para entrar"));
  expect(await screen.findByText("BCDF-2346")).toBeTruthy();
  net.up = false;
  await vi.advanceTimersByTimeAsync(15_000);
  expect(await screen.findByText(/Esto es lo último que se vio/)).toBeTruthy();
  expect(screen.getByText("9")).toBeTruthy();
});

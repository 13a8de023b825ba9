import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/preact";
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
const tile = { ...child, claimed_at: "2026-03-01T09:00:00Z", phones: 1, has_card: false };
const detail = {
  ...room,
  archived_at: null,
  notice_version: "1",
  notice_given_at: null,
  teachers: [],
  tiles: [tile],
};
const figures = {
  classroom: room,
  computed_at: "2026-03-01T10:00:00Z",
  catalogue: [],
  children: [child],
};

function serve(password: string) {
  const net = { up: true, open: false, sent: [] as string[] };
  vi.stubGlobal("fetch", async (request: Request) => {
    if (!net.up) throw new TypeError("offline");
    net.sent.push(`${request.method} ${request.url} ${await request.clone().text()}`);
    if (request.url.endsWith("/token"))
      return (await request.json()).password === password
        ? json(200, { access: "a", refresh: "r", user: {} })
        : json(401, { code: "bad_credentials", detail: "" });
    const joining_until = net.open ? "2026-03-01T12:00:00Z" : null;
    if (request.url.endsWith("/joining")) {
      net.open = true;
      return json(200, { code: room.code, joining_until });
    }
    if (request.method === "POST") return new Response(null, { status: 204 });
    if (request.url.endsWith("/k/phones"))
      return json(200, {
        paused: false,
        asking: [{ id: "f", code: "4711", avatar: "girl-1", asked_at: "", children: [child] }],
      });
    if (request.url.endsWith("/classes/k")) return json(200, { ...detail, joining_until });
    if (request.url.endsWith("/progress")) return json(200, figures);
    if (/children\/c\/(phones|plays)$/.test(request.url)) return json(200, { results: [] });
    return json(200, { count: 1, next: null, previous: null, results: [room] });
  });
  return net;
}

const posts = (net: { sent: string[] }) => net.sent.filter((one) => one.startsWith("POST"));

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
  expect(await screen.findByRole("button", { name: /^Colibrí Azul/ })).toBeTruthy();
  expect(screen.queryByText("BCDF-2346")).toBeNull();
  fireEvent.click(screen.getByText("Abrir para entrar"));
  expect(await screen.findByText("BCDF-2346")).toBeTruthy();
  net.up = false;
  await vi.advanceTimersByTimeAsync(15_000);
  expect(await screen.findByText(/Esto es lo último que se vio/)).toBeTruthy();
  expect(screen.getByRole("cell", { name: "9" })).toBeTruthy();
});

it("undoes a claim in one tap, and lets a second phone in for the child who shows its number", async () => {
  const net = serve("right");
  net.open = true;
  await enter("right");
  fireEvent.click(await screen.findByText("3.º B"));
  fireEvent.click(await screen.findByRole("button", { name: /^Deshacer: Colibrí Azul/ }));
  await waitFor(() => expect(posts(net).at(-1)).toMatch(/children\/c\/release/));
  expect(await screen.findByText("4711")).toBeTruthy();
  fireEvent.click(screen.getByText("Sí, es de Colibrí Azul"));
  await waitFor(() => expect(posts(net).at(-1)).toMatch(/phones\/f\/approve \{"child":"c"\}/));
});

it("keeps the pupils' names on this device: they are shown, and no request carries one", async () => {
  const net = serve("right");
  net.open = true;
  const store = await enter("right");
  fireEvent.click(await screen.findByText("3.º B"));
  fireEvent.input(await screen.findByLabelText(/Pegue la lista/), {
    target: { value: "Apellidos;Nombres\n1;Tzoc;Ixchel" },
  });
  fireEvent.submit(screen.getByLabelText(/Pegue la lista/).closest("form") as HTMLFormElement);
  await waitFor(async () => expect(await store.note("names:k")).toEqual({ c: "Tzoc Ixchel" }));
  expect((await screen.findAllByText(/Tzoc Ixchel/)).length).toBeGreaterThan(0);
  const before = net.sent.length;
  fireEvent.click(screen.getByRole("button", { name: /^Deshacer: Colibrí Azul/ }));
  fireEvent.click(screen.getByText(/Sí, es de Colibrí Azul/));
  fireEvent.click(screen.getByRole("button", { name: /^Colibrí Azul/ }));
  fireEvent.click(await screen.findByText("Borrar sus dibujos secretos"));
  await screen.findByText(/Elegirá otros/);
  expect(net.sent.length).toBeGreaterThan(before + 3);
  expect(net.sent.join("\n")).not.toMatch(/Tzoc|Ixchel/);
});

it("asks twice before it erases a child", async () => {
  const net = serve("right");
  await enter("right");
  fireEvent.click(await screen.findByText("3.º B"));
  fireEvent.click(await screen.findByRole("button", { name: /^Colibrí Azul/ }));
  fireEvent.click(await screen.findByText("Borrar para siempre"));
  expect(await screen.findByText(/No se puede deshacer/)).toBeTruthy();
  expect(net.sent.some((one) => one.startsWith("DELETE"))).toBe(false);
  fireEvent.click(screen.getByText("Sí, borrar para siempre"));
  await waitFor(() =>
    expect(net.sent.some((one) => /^DELETE .*children\/c /.test(one))).toBe(true),
  );
});

it("tells in one tap what to do when a child tells something", async () => {
  serve("right");
  await enter("right");
  fireEvent.click(await screen.findByText("Me contaron algo"));
  expect(await screen.findByText(/Créale/)).toBeTruthy();
});

import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/preact";
import { afterEach, beforeAll, beforeEach, expect, it, vi } from "vitest";
import type { Link } from "../../src/features/teacher/Door";
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
afterEach(cleanup);

const json = (status: number, body: unknown) =>
  new Response(JSON.stringify(body), { status, headers: { "Content-Type": "application/json" } });
let sent: { path: string; body: Record<string, string> }[];
let next: string;
beforeEach(() => {
  sent = [];
  next = "sign_in";
  vi.stubGlobal("fetch", async (request: Request) => {
    const path = new URL(request.url).pathname.replace("/api/v1/auth/", "");
    const text = await request.text();
    sent.push({ path, body: text ? JSON.parse(text) : {} });
    if (path === "token") return json(200, { access: "a", refresh: "r", user: {} });
    if (path.startsWith("sign-up")) return json(200, { next });
    if (path === "password/reset" && sent.at(-1)?.body.token === "old")
      return json(400, { code: "link_not_valid", detail: "" });
    if (path.startsWith("password")) return new Response(null, { status: 204 });
    return json(200, { count: 0, next: null, previous: null, results: [] });
  });
});

const fill = async (values: Record<string, string>) => {
  for (const [label, value] of Object.entries(values))
    fireEvent.input(await screen.findByLabelText(new RegExp(label)), { target: { value } });
};
const send = (button: string) =>
  fireEvent.submit(screen.getByRole("button", { name: button }).closest("form") as HTMLFormElement);
const said = (path: string) => sent.find((one) => one.path === path)?.body;

function shown(link?: Link) {
  const store = new Store(new MemoryTables());
  render(<Teacher store={store} link={link} />);
  return store;
}
const account = {
  "Su nombre": "Marta",
  Correo: "marta@escuela.example",
  "Contraseña nueva": "barrilete sobre volcan",
};

it("signs in at once where an account needs nothing more", async () => {
  const store = shown();
  fireEvent.click(await screen.findByText("Abrir una cuenta"));
  await fill(account);
  send("Abrir la cuenta");
  expect(await screen.findByText("Sus clases")).toBeTruthy();
  expect(await store.tokens(TEACHER)).toMatchObject({ access: "a" });
});

it("tells to open the mail where the address must be confirmed, and signs nobody in", async () => {
  next = "confirm_email";
  const store = shown({ to: "invited", token: "ticket" });
  await fill(account);
  send("Abrir la cuenta");
  expect(await screen.findByText(/Abra su enlace/)).toBeTruthy();
  expect(said("sign-up")).toMatchObject({ invitation: "ticket", display_name: "Marta" });
  expect(await store.tokens(TEACHER)).toBeUndefined();
});

it("confirms an address by its link, and takes the token out of the address bar", async () => {
  location.hash = "#/confirm/ticket";
  shown({ to: "confirm", token: "ticket" });
  expect(await screen.findByText(/Todo listo/)).toBeTruthy();
  expect(said("sign-up/confirm")).toEqual({ token: "ticket" });
  expect(location.hash).toBe("#/teacher");
});

it("mails a link to whoever forgot, and sets the new password by it", async () => {
  shown();
  fireEvent.click(await screen.findByText("Olvidé mi contraseña"));
  await fill({ Correo: "marta@escuela.example" });
  send("Mandar el enlace");
  expect(await screen.findByText(/el enlace va en camino/)).toBeTruthy();
  cleanup();
  shown({ to: "reset", token: "fresh" });
  await fill({ "Contraseña nueva": "barrilete sobre volcan" });
  send("Guardar la contraseña");
  expect(await screen.findByText(/Entre con la nueva/)).toBeTruthy();
  expect(said("password/reset")).toEqual({ token: "fresh", password: "barrilete sobre volcan" });
});

it("says that an old link no longer works", async () => {
  shown({ to: "reset", token: "old" });
  await fill({ "Contraseña nueva": "barrilete sobre volcan" });
  send("Guardar la contraseña");
  expect(await screen.findByText(/ya no sirve/)).toBeTruthy();
});

it("asks the server in the language of the page", async () => {
  const asked: (string | null)[] = [];
  const before = globalThis.fetch;
  vi.stubGlobal("fetch", async (request: Request) => {
    asked.push(request.headers.get("Accept-Language"));
    return before(request);
  });
  document.documentElement.lang = "en";
  shown({ to: "confirm", token: "ticket" });
  await waitFor(() => expect(asked).toEqual(["en"]));
  document.documentElement.lang = "";
});

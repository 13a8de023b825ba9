import { type APIRequestContext, expect, type Page, test } from "@playwright/test";

const TEACHER = { email: "maestra@demo.chumil.example", password: "estrellas-de-demostracion" };
const PICTURES = ["sol", "pez"];

/** A class of the youngest, open for joining; gives its code. */
async function openClass(api: APIRequestContext): Promise<string> {
  const device = crypto.randomUUID();
  const { access } = await (await api.post("/api/v1/auth/token", { data: { ...TEACHER, device } })).json();
  const headers = { Authorization: `Bearer ${access}` };
  const data = { name: "Primero A", tier: "ages-7-9", pupils: 3 };
  const { id } = await (await api.post("/api/v1/classes", { headers, data })).json();
  const notice = await (await api.get("/api/v1/notice")).json();
  const answer = await api.post(`/api/v1/classes/${id}/joining`, {
    headers,
    data: { open: true, notice_version: notice.version },
  });
  return (await answer.json()).code;
}

/** Counts every tap on the page, whatever made it. */
async function counted(page: Page): Promise<{ taps: () => number }> {
  let taps = 0;
  await page.exposeFunction("tapped", () => {
    taps += 1;
  });
  await page.addInitScript(() => {
    addEventListener("pointerdown", () => (window as unknown as { tapped(): void }).tapped(), true);
  });
  return { taps: () => taps };
}

async function takeTileAndPlay(page: Page): Promise<void> {
  await page.getByRole("main").getByRole("listitem").first().getByRole("button").click();
  for (const picture of [...PICTURES, ...PICTURES]) {
    await page.getByRole("button", { name: picture, exact: true }).click();
  }
  await page.getByRole("link", { name: "Empezar" }).click();
  await expect(page).toHaveURL(/#\/play\//);
}

test("a child of seven plays within 8 taps from the class's square", async ({ page, request }) => {
  const code = await openClass(request);
  const { taps } = await counted(page);
  await page.goto(`/#/join/${code}`);
  await takeTileAndPlay(page);
  expect(taps()).toBeGreaterThan(4);
  expect(taps()).toBeLessThanOrEqual(8);
});

test("a child of seven plays within 18 taps by typing the code", async ({ page, request }) => {
  const code = await openClass(request);
  const { taps } = await counted(page);
  await page.goto("/");
  await page.getByRole("link", { name: "Entrar a mi clase" }).click();
  await page.getByLabel("Código de la clase").click();
  const keys = code.replace("-", "");
  await page.keyboard.type(keys);
  await page.getByRole("button", { name: "Buscar mi clase" }).click();
  await takeTileAndPlay(page);
  expect(taps() + keys.length).toBeLessThanOrEqual(18);
});

test("a teacher goes from sign-up to an open class within 12 taps and 3 fields", async ({ page }) => {
  const { taps } = await counted(page);
  let fields = 0;
  const write = async (label: RegExp, words: string) => {
    fields += 1;
    await page.getByLabel(label).click();
    await page.keyboard.type(words);
  };
  await page.goto("/");
  await page.getByRole("link", { name: "Soy docente" }).click();
  await page.getByRole("button", { name: "Abrir una cuenta" }).click();
  await write(/Su nombre/, "Seño Marta");
  await write(/Correo/, `marta-${Date.now()}@escuela.example`);
  await write(/Contraseña nueva/, "barrilete sobre volcan azul");
  await page.getByRole("button", { name: "Abrir la cuenta" }).click();
  await page.getByRole("button", { name: "Hacer la clase" }).click();
  await page.getByRole("button", { name: "Abrir para entrar" }).click();
  await page.getByRole("button", { name: /Ya avisé/ }).click();
  await expect(page.getByText(/^[A-Z2-9]{4}-[A-Z2-9]{4}$/)).toBeVisible();
  await expect(page.getByRole("img", { name: "Cuadro para escanear" })).toBeVisible();
  expect(taps()).toBeLessThanOrEqual(12);
  expect(fields).toBeLessThanOrEqual(3);
});

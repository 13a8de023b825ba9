import { expect, test } from "@playwright/test";
import { readyForOffline } from "./child";
import { answered, attempts, begun, opened, toQuestion } from "./phone";

test("a story goes on in airplane mode, also after the app was killed, with all that was said", async ({
  page,
  context,
}) => {
  await opened(page);
  await readyForOffline(page);
  await begun(page);
  await context.setOffline(true);
  const words = await answered(page);
  await page.close();

  const again = await context.newPage();
  await again.goto("/");
  await expect(again.getByRole("link", { name: "Seguir" })).toBeVisible();
  await again.getByRole("link", { name: "Seguir" }).click();
  await toQuestion(again);
  const [row] = await attempts(again);
  expect(row?.path).toHaveLength(1);
  await answered(again);
  await expect.poll(async () => (await attempts(again))[0]?.path.length).toBe(2);
  expect(words).not.toBe("");
});

test("a tab killed right after an answer has lost nothing that was shown as answered", async ({
  page,
  context,
}) => {
  await opened(page);
  await begun(page);
  await answered(page);
  await page.close({ runBeforeUnload: false });
  const next = await context.newPage();
  await next.goto("/");
  await expect.poll(async () => (await attempts(next))[0]?.path.length).toBe(1);
});

test("two tabs at the same story keep both ways", async ({ page, context }) => {
  await opened(page);
  await begun(page);
  await answered(page);
  const other = await context.newPage();
  await other.goto(page.url());
  await toQuestion(other);
  await page.getByRole("button", { name: "Continuar" }).click();
  await toQuestion(page);
  await page.waitForTimeout(400);
  await page.locator(".opt").first().click();
  await other.waitForTimeout(400);
  await other.locator(".opt").last().click();
  await expect
    .poll(async () => (await attempts(page)).map(({ path }) => path.length))
    .toEqual([2, 2]);
});

for (const year of [2001, 2090]) {
  test(`a story is kept and taken up again on a phone that believes in ${year}`, async ({ page }) => {
    await page.clock.setFixedTime(new Date(`${year}-06-01T12:00:00Z`));
    await opened(page);
    await begun(page);
    await answered(page);
    await page.reload();
    await toQuestion(page);
    const [row] = await attempts(page);
    expect(row?.startedAt).toContain(`${year}-`);
    expect(row?.path).toHaveLength(1);
  });
}

test("on a full phone the child is told, plays on, and everything is kept once there is room", async ({
  page,
}) => {
  await opened(page);
  await begun(page);
  await page.evaluate(() => {
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
    Object.assign(window, { room: () => Object.assign(IDBObjectStore.prototype, { put }) });
  });
  await answered(page);
  await expect(page.getByRole("alert")).toContainText("el teléfono está lleno");
  expect((await attempts(page))[0]?.path).toHaveLength(0);
  await page.evaluate(() => (window as unknown as { room: () => void }).room());
  await page.getByRole("button", { name: "Intentar otra vez" }).click();
  await expect(page.getByRole("alert")).toBeHidden();
  expect((await attempts(page))[0]?.path).toHaveLength(1);
});

test("a new version waits for the end of the story and is offered on the home", async ({ page }) => {
  await opened(page);
  await readyForOffline(page);
  await page.reload();
  await begun(page);
  await page.evaluate(async () => {
    Object.assign(window, { same: true });
    const found = await navigator.serviceWorker.register("/sw.js?newer");
    while (!found.waiting) await new Promise((done) => setTimeout(done, 50));
  });
  await answered(page);
  expect(await page.evaluate(() => "same" in window)).toBe(true);
  await expect(page.getByText("Hay una versión nueva.")).toBeHidden();
  await page.evaluate(() => location.assign("#/"));
  await expect(page.getByText("Hay una versión nueva.")).toBeVisible();
  await page.getByRole("link", { name: "Abrirla" }).click();
  await expect.poll(() => page.evaluate(() => "same" in window).catch(() => true)).toBe(false);
  await expect(page.getByRole("link", { name: "Seguir" })).toBeVisible();
});

test("help is two taps away without network, and the language changes and stays", async ({
  page,
  context,
}) => {
  await opened(page);
  await readyForOffline(page);
  await context.setOffline(true);
  await page.getByRole("link", { name: "Ayuda" }).click();
  await page.getByText("Me piden fotos").click();
  await expect(page.getByRole("link", { name: /1510/ }).first()).toHaveAttribute("href", "tel:1510");
  await page.evaluate(() => location.assign("#/profiles"));
  await page.getByRole("button", { name: "English" }).click();
  await expect(page.getByRole("heading", { name: "Who is playing?" })).toBeVisible();
  await page.reload();
  await expect(page.getByRole("heading", { name: "Who is playing?" })).toBeVisible();
  await page.evaluate(() => location.assign("#/"));
  await expect(page.getByRole("heading", { name: "The Jaguar" })).toBeVisible();
});

test("the app can be installed: name, icons, start, own window", async ({ page, request }) => {
  await page.goto("/");
  const at = await page.locator("link[rel=manifest]").getAttribute("href");
  const manifest = await (await request.get(at ?? "")).json();
  expect(manifest).toMatchObject({ display: "standalone", start_url: expect.any(String) });
  expect(manifest.name.length).toBeGreaterThan(0);
  const sizes = manifest.icons.map(({ sizes }: { sizes: string }) => sizes);
  expect(sizes).toEqual(expect.arrayContaining(["192x192", "512x512"]));
  for (const { src } of manifest.icons) {
    const icon = await request.get(src);
    expect(icon.headers()["content-type"]).toBe("image/png");
  }
});

import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { expect, type FrameLocator, type Page, test } from "@playwright/test";

const ROOT = resolve(__dirname, "../..");
const BASE = readFileSync(join(ROOT, "docs/authoring/codes/base.yaml"), "utf8");

test.use({ viewport: { width: 1100, height: 800 }, isMobile: false, hasTouch: false });

let folder: string;
let file: string;
let server: ChildProcess;
let address: string;

test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "chumil-preview-"));
  file = join(folder, "base.yaml");
  writeFileSync(file, BASE);
  server = spawn(join(ROOT, ".venv/bin/chumil"), ["preview", file, "--port", "0"]);
  address = await new Promise<string>((found) => {
    server.stdout?.on("data", (told) => {
      const place = /http:\/\/127\.0\.0\.1:\d+/.exec(String(told));
      if (place) found(place[0]);
    });
  });
});

test.afterEach(() => {
  server.kill();
  rmSync(folder, { recursive: true });
});

async function opened(page: Page, scene = ""): Promise<FrameLocator> {
  await page.goto(`${address}/preview/${scene && `#${scene}`}`);
  return page.frameLocator("iframe");
}

/** Reads on until the question is asked. */
async function untilAsked(phone: FrameLocator, question: string): Promise<void> {
  const asked = phone.getByRole("heading", { name: question });
  const forward = phone.getByRole("button", { name: /^(Seguir|Continuar)$/ });
  while (!(await asked.isVisible())) {
    await expect(asked.or(forward).first()).toBeVisible();
    if (await forward.isVisible()) await forward.click();
  }
  // A tap right after a change of screen is taken for one that was meant for the screen before.
  await phone.locator("body").evaluate(() => new Promise((done) => setTimeout(done, 400)));
}

test("the draft plays in the client from the scene asked for, and its meters and flags are told", async ({
  page,
}) => {
  const phone = await opened(page, "photo");
  await expect(phone.getByText("¿Y la foto?")).toBeVisible();
  await expect(page.locator("#meters")).toContainText("Confianza3");
  await expect(page.locator("#flags .on")).toHaveCount(0);
  await untilAsked(phone, "¿Qué haces?");
  await phone.getByRole("button", { name: "Mando la foto." }).click();
  await expect(phone.getByText("Una foto enviada ya no la controlas tú.")).toBeVisible();
  await expect(page.locator("#meters")).toContainText("Confianza2");
  await expect(page.locator("#flags .on")).toHaveText("shared");
  await expect(page.locator("#score")).toContainText("de 20 puntos");
});

test("a save shows the new words where the author was, and what is wrong with them", async ({
  page,
}) => {
  const phone = await opened(page, "home");
  await expect(phone.getByText("Mamá está en la cocina.")).toBeVisible();
  await expect(page.locator("#problems li")).toHaveCount(0);
  writeFileSync(file, BASE.replace("Mamá está en la cocina.", "Mamá canta. Eso fue tu culpa."));
  await expect(phone.getByText("Mamá canta. Eso fue tu culpa.")).toBeVisible();
  await expect(page.locator("#scene")).toHaveValue("home");
  await expect(page.locator("#problems li.error")).toContainText("P007");
});

test("a save that breaks the story keeps the last one that plays", async ({ page }) => {
  const phone = await opened(page);
  await expect(phone.getByText("Hola. ¡Juegas bien!")).toBeVisible();
  writeFileSync(file, BASE.replace("start: lobby", "start: loby"));
  await expect(page.locator("#problems li.error")).toContainText("G001");
  await expect(phone.getByText("Hola. ¡Juegas bien!")).toBeVisible();
  writeFileSync(file, BASE.replace("¡Juegas bien!", "¡Juegas genial!"));
  await expect(phone.getByText("Hola. ¡Juegas genial!")).toBeVisible();
  await expect(page.locator("#problems li")).toHaveCount(0);
});

test("no page of another site is answered, and nothing is written for one", async ({ request }) => {
  const own = await request.get(`${address}/preview/state?since=0`);
  expect(own.status()).toBe(200);
  const rebound = await request.get(`${address}/preview/state?since=0`, {
    headers: { Host: "chumil.example" },
  });
  expect(rebound.status()).toBe(403);
  const framed = await request.get(`${address}/`, { headers: { "Sec-Fetch-Site": "cross-site" } });
  expect(framed.status()).toBe(403);
  const posted = { data: { path: [] }, headers: { Origin: "https://chumil.example" } };
  expect((await request.post(`${address}/preview/report`, posted)).status()).toBe(403);
  const ours = { data: { path: [] }, headers: { Origin: address } };
  expect((await request.post(`${address}/preview/report`, ours)).status()).toBe(200);
  const outside = await request.get(`${address}/preview/%2e%2e/preview.py`);
  expect(outside.status()).toBe(404);
});

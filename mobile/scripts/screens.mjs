/**
 * Takes pictures of the built client: `node scripts/screens.mjs DIR [NAME...]`. A phone with some stars sewn is
 * set up through the mirror the home reads; stories are played by tapping what stands on the screen.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { chromium } from "@playwright/test";
import { preview } from "vite";
import { seed, shots } from "./shots.mjs";
import { small } from "./small.mjs";

const [dir = "../docs/screens", ...only] = process.argv.slice(2);
mkdirSync(dir, { recursive: true });
const server = await preview({ preview: { port: 0, host: "127.0.0.1" }, logLevel: "error" });
const root = server.resolvedUrls.local[0];
const browser = await chromium.launch({
  executablePath: process.env.CHUMIL_CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu"],
});

for (const { name, width = 360, height = 640, tier, at = "", state = {}, act } of shots) {
  if (only.length && !only.some((part) => name.includes(part))) continue;
  const context = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: 1,
    reducedMotion: "reduce",
    locale: "es-GT",
  });
  const page = await context.newPage();
  page.on("pageerror", (error) => console.error(name, error.message));
  if (tier)
    await page.addInitScript((kept) => localStorage.setItem("chumil", kept), seed(tier, state));
  await page.goto(`${root}${at}`);
  await page.waitForTimeout(400);
  if (act) await act(page);
  await page.waitForTimeout(200);
  writeFileSync(`${dir}/${name}.png`, await small(page, await page.screenshot()));
  await context.close();
}
await browser.close();
await server.close();

import { expect, test } from "@playwright/test";
import { carefully, playToTheEnd, rashlyAtFirst, readyForOffline, storyTitled } from "./child";

test("a guest plays a story to its ending and still has the star after reloading offline", async ({
  page,
  context,
  request,
}) => {
  await page.goto("/");
  await page.getByRole("button", { name: /10 – 12/ }).click();
  const first = page.getByRole("link", { name: "Empezar" });
  await expect(first).toBeVisible();
  const title = await page.locator("section", { has: first }).getByRole("heading").innerText();
  const story = await storyTitled(request, title);
  await page.screenshot({ path: "../../var/browser/1-sky.png", animations: "disabled" });

  await first.click();
  const chosen = await playToTheEnd(page, story, rashlyAtFirst());
  expect(chosen.length).toBeGreaterThan(2);
  expect(chosen.some((option) => option.is === "unsafe")).toBe(true);
  const stars = page.getByRole("img", { name: /^[123] de 3 estrellas$/ });
  await expect(stars).toBeVisible();
  const got = (await stars.getAttribute("aria-label"))?.[0];
  await page.screenshot({ path: "../../var/browser/2-ending.png", animations: "disabled" });

  await page.getByRole("link", { name: "Volver a mi cielo" }).click();
  const star = page.getByRole("button", { name: `${title}, ${got} de 3 estrellas` });
  await expect(star).toBeVisible();
  await page.screenshot({ path: "../../var/browser/3-star.png", animations: "disabled" });

  await readyForOffline(page);
  await context.setOffline(true);
  await page.reload();
  await expect(star).toBeVisible();
  await star.click();
  await page.getByRole("link", { name: "Jugar" }).click();
  const again = await playToTheEnd(page, story, carefully);
  expect(again.every((option) => option.is === "safe")).toBe(true);
  await expect(page.getByRole("img", { name: "3 de 3 estrellas" })).toBeVisible();
});

test("help is two taps away and the quick exit leaves the story at once", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("button", { name: /10 – 12/ }).click();
  await page.getByRole("link", { name: "Empezar" }).click();
  await page.getByRole("link", { name: "Ayuda" }).click();
  await expect(page.getByRole("link", { name: /Llamar: / }).first()).toBeVisible();
  await page.goBack();
  const title = await page.getByRole("heading", { level: 1 }).innerText();
  await page.getByRole("button", { name: "Salir" }).click();
  await expect(page.getByText(title)).toBeHidden();
});

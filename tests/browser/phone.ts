/** A phone in the hands of a guest of some age, and what may happen to it. */
import { expect, type Page } from "@playwright/test";

export const ages = {
  "ages-7-9": "7 – 9",
  "ages-10-12": "10 – 12",
  "ages-13-15": "13 – 15",
  "ages-16-18": "16 – 18",
} as const;
export type Tier = keyof typeof ages;

/** The first visit: the child taps an age and sees the sky. */
export async function opened(page: Page, tier: Tier = "ages-10-12"): Promise<void> {
  await page.goto("/");
  await page.getByRole("button", { name: ages[tier] }).click();
  await expect(page.getByRole("link", { name: /Empezar/ })).toBeVisible();
}

/** Opens a story whose first questions are all of the kind to choose from. */
export async function begun(page: Page, story = "el-nuevo-del-juego"): Promise<void> {
  await page.evaluate((id) => location.assign(`#/play/${id}`), story);
  await toQuestion(page);
}

/** Goes on to the next question; agrees to a note if the story has one. */
export async function toQuestion(page: Page): Promise<void> {
  const agree = page.getByRole("button", { name: "Quiero jugarla" });
  const go = page.getByRole("button", { name: /^(Seguir|Continuar)$/ });
  const option = page.locator(".opt").first();
  await expect(agree.or(go).or(option).first()).toBeVisible();
  for (let taps = 0; taps < 60 && !(await option.isVisible()); taps++) {
    if (await agree.isVisible()) await agree.click();
    else await go.click();
    await expect(agree.or(go).or(option).first()).toBeVisible();
  }
}

/** Answers with the first option on the screen; gives its words. */
export async function answered(page: Page): Promise<string> {
  const option = page.locator(".opt").first();
  const words = await option.innerText();
  // A tap right after a change of screen is taken for one that was meant for the screen before.
  await page.waitForTimeout(400);
  await option.click();
  await expect(page.getByRole("button", { name: "Continuar" })).toBeVisible();
  return words;
}

export interface Row {
  scenario: string;
  path: unknown[];
  startedAt: string;
  finishedAt: string | null;
}

/** The attempts as the phone's database keeps them, opened by a hand of our own. */
export const attempts = (page: Page): Promise<Row[]> =>
  page.evaluate(
    () =>
      new Promise((done, fail) => {
        const request = indexedDB.open("chumil");
        request.onerror = () => fail(request.error);
        request.onsuccess = () => {
          const all = request.result.transaction("attempts").objectStore("attempts").getAll();
          all.onsuccess = () => {
            request.result.close();
            done(all.result);
          };
        };
      }),
  );

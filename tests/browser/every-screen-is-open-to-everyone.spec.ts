import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { ages, answered, begun, opened, type Tier } from "./phone";

const stories: Record<Tier, string> = {
  "ages-7-9": "el-sticker-de-kan",
  "ages-10-12": "el-nuevo-del-juego",
  "ages-13-15": "no-la-pases",
  "ages-16-18": "seis-dedos",
};

const small = { width: 360, height: 640 };

/** On a screen so tall that no target is half covered by the bar of places. */
async function checked(page: Page, screen: string): Promise<void> {
  await page.setViewportSize({ ...small, height: 2600 });
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"])
    .analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((one) => one.html).join(" | ")}`);
  expect.soft(found, screen).toEqual([]);
  await page.setViewportSize(small);
}

/** What sticks out at the side; text of double size must not be cut off. */
async function fits(page: Page, screen: string): Promise<void> {
  await page.evaluate(() => document.documentElement.style.setProperty("font-size", "200%", "important"));
  const over = await page.evaluate(() => {
    const wide = document.documentElement.clientWidth;
    return [...document.querySelectorAll("main h1, main h2, main p, main a, main button")]
      .filter((one) => !one.closest(".cloth, .sr"))
      .filter((one) => one.getBoundingClientRect().right > wide + 1)
      .map((one) => one.outerHTML.slice(0, 90))
      .concat(document.documentElement.scrollWidth > wide ? ["the page itself"] : []);
  });
  expect.soft(over, `${screen} at 200 %`).toEqual([]);
  await page.evaluate(() => document.documentElement.style.removeProperty("font-size"));
}

for (const tier of Object.keys(ages) as Tier[]) {
  test(`axe finds nothing and double text fits on the screens of ${tier}`, async ({ page }) => {
    await page.emulateMedia({ reducedMotion: "reduce" });
    await opened(page, tier);
    for (const screen of ["#/", "#/help", "#/badges", "#/profiles", "#/saved", "#/privacy"]) {
      await page.evaluate((at) => location.assign(at), screen);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await checked(page, screen);
      await fits(page, screen);
    }
    await begun(page, stories[tier]);
    await checked(page, "a question");
    await fits(page, "a question");
    await answered(page);
    await checked(page, "after an answer");
    await fits(page, "after an answer");
  });
}

test("axe finds nothing on the first visit, and would find a button without a name", async ({ page }) => {
  await page.goto("/");
  await checked(page, "welcome");
  await fits(page, "welcome");
  await page.evaluate(() => document.querySelector("main")?.append(document.createElement("button")));
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id }) => id)).toContain("button-name");
});

test("a whole quiz is played with the keyboard alone", async ({ page }) => {
  await page.goto("/");
  const press = async (target: ReturnType<Page["locator"]>) => {
    await expect(target).toBeVisible();
    await page.waitForTimeout(380);
    for (let tabs = 0; tabs < 40; tabs++) {
      // A line that was being typed may have come by itself, and the button with it gone.
      if (!(await target.isVisible())) return;
      if (await target.evaluate((one) => one === document.activeElement)) {
        await page.keyboard.press("Enter");
        return;
      }
      await page.keyboard.press("Tab");
    }
    throw new Error(`the keyboard does not reach ${target}`);
  };
  await press(page.getByRole("button", { name: ages["ages-16-18"] }));
  await press(page.getByRole("button", { name: /^Antes de contestar/ }));
  await press(page.getByRole("link", { name: "Empezar" }));
  const end = page.getByRole("heading", { name: /^Cosiste/ });
  const go = page.getByRole("button", { name: /^(Seguir|Continuar)$/ });
  const option = page.locator(".opt:not([aria-pressed])").first();
  const piece = page.locator(".dock :is(.piece, .sort, .opt, .pair)").first();
  for (let step = 0; step < 60; step++) {
    await expect(end.or(go).or(option).or(piece).first()).toBeVisible();
    if (await end.isVisible()) return;
    if (await go.isVisible()) await press(go);
    else if (await option.isVisible()) await press(option);
    else await otherAsk(page, press);
  }
  throw new Error("the quiz did not end");
});

type Press = (target: ReturnType<Page["locator"]>) => Promise<void>;

/** Takes what is offered until the last button can be pressed; cards are put with the arrow keys. */
async function otherAsk(page: Page, press: Press): Promise<void> {
  const done = page.locator(".dock .b:not(.hint-b, .line)").last();
  for (const group of await page.locator(".dock fieldset.sort").all()) {
    const radio = group.getByRole("radio").first();
    for (let tabs = 0; tabs < 40; tabs++) {
      if (await radio.evaluate((one) => one === document.activeElement)) break;
      await page.keyboard.press("Tab");
    }
    await page.keyboard.press("Space");
  }
  const offered = page.locator(".dock :is(.opt, .piece):not([aria-pressed=true]):not([disabled])");
  while (!(await done.isEnabled()) && (await offered.count())) await press(offered.first());
  await press(done);
}

test("with reduced motion nothing moves", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await opened(page);
  const moving = () => page.evaluate(() => document.getAnimations().length);
  expect(await moving()).toBe(0);
  await page.emulateMedia({ reducedMotion: "no-preference" });
  await expect.poll(moving).toBeGreaterThan(0);
});

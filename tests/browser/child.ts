/** What a child does on the phone: reads, answers, goes on, until the story ends. */
import { type APIRequestContext, expect, type Page } from "@playwright/test";
import type { Ask, Choose, Option, Scenario, Scene } from "../../mobile/src/engine/model";

/** Picks one of the options on the screen. */
export type Manner = (options: Option[]) => Option | undefined;
export const carefully: Manner = (options) => options.find((one) => one.is === "safe") ?? options[0];

/** Errs once, then is careful. */
export function rashlyAtFirst(): Manner {
  let erred = false;
  return (options) => {
    const rash = erred ? undefined : options.find((one) => one.is === "unsafe");
    erred ||= rash !== undefined;
    return rash ?? carefully(options);
  };
}

/** The story as the server publishes it, found by its title. */
export async function storyTitled(api: APIRequestContext, title: string): Promise<Scenario> {
  const list = await (await api.get("/api/v1/scenarios?tier=ages-10-12")).json();
  const entry = list.results.find((one: { title: string }) => one.title === title);
  return (await api.get(`/api/v1/scenarios/${entry.hash}`)).json();
}

/** Plays from the opened story to its ending; every feedback must be seen. Gives what was chosen. */
export async function playToTheEnd(page: Page, story: Scenario, manner: Manner): Promise<Option[]> {
  const end = page.getByRole("heading", { name: `Cosiste «${story.title}»` });
  const forward = page.getByRole("button", { name: /^(Seguir|Continuar)$/ });
  const chosen: Option[] = [];
  for (let step = 0; step < 300; step += 1) {
    const questions = page.getByRole("heading", { level: 2 });
    await expect(end.or(forward).or(questions).first()).toBeVisible();
    if (await end.isVisible()) return chosen;
    if (await forward.isVisible()) {
      await forward.click();
    } else {
      const asked = await questions.allInnerTexts();
      const scene = story.scenes.find((one) => one.ask && asked.includes(one.ask.text));
      chosen.push(...(await answer(page, scene, manner)));
    }
  }
  throw new Error("the story did not end");
}

async function answer(page: Page, scene: Scene | undefined, manner: Manner): Promise<Option[]> {
  // A tap right after a change of screen is taken for one that was meant for the screen before.
  await page.waitForTimeout(400);
  const ask = scene?.ask;
  if (!ask) throw new Error("there is nothing on the screen that a child could answer");
  if (ask.kind === "choose") return [await choose(page, ask, manner)];
  await answerRightly(page, scene, ask);
  await expect(page.getByText(ask.outcomes.safe?.why ?? "").first()).toBeVisible();
  return [];
}

async function answerRightly(page: Page, scene: Scene, ask: Exclude<Ask, Choose>): Promise<void> {
  if (ask.kind === "spot") {
    for (const { id } of ask.signs) {
      const sign = scene.beats.find((beat) => beat.id === id);
      await page.getByRole("button", { name: sign?.text }).click();
    }
  }
  if (ask.kind === "sort") {
    for (const card of ask.cards) {
      const bin = ask.bins.find((one) => one.id === card.bin);
      await page.getByRole("group", { name: card.text }).getByRole("radio", { name: bin?.text }).check();
    }
  }
  if (ask.kind === "order") {
    for (const step of ask.steps) await page.getByRole("button", { name: step.text }).click();
  }
  if (ask.kind === "say") {
    const script = ask.scripts.find((one) => one.is === "safe");
    for (const id of script?.pieces ?? []) {
      const piece = ask.pieces.find((one) => one.id === id);
      await page.getByRole("button", { name: piece?.text, exact: true }).click();
    }
  }
  await page.getByRole("button", { name: /^(Listo|Decirlo así)$/ }).click();
}

async function choose(page: Page, ask: Choose, manner: Manner): Promise<Option> {
  const offered: Option[] = [];
  for (const option of ask.options) {
    if (await button(page, option).isVisible()) offered.push(option);
  }
  const option = manner(offered);
  if (!option) throw new Error(`nothing to choose from at: ${ask.text}`);
  await button(page, option).click();
  for (const words of [option.why, option.next, option.consequence?.text, option.no_fault]) {
    if (words) await expect(page.getByText(words).first()).toBeVisible();
  }
  return option;
}

function button(page: Page, option: Option) {
  return page.getByRole("button", { name: option.text, exact: true });
}

/** Waits until the app answers without network. */
export async function readyForOffline(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    while (!navigator.serviceWorker.controller) await new Promise((done) => setTimeout(done, 100));
  });
}

/** The pictures to take, and the phone they are taken on. */
import { readFileSync } from "node:fs";

const { catalogue } = JSON.parse(readFileSync("public/content/first.json", "utf8"));
const DAY = 86_400_000;
const faces = {
  "ages-7-9": "boy-3",
  "ages-10-12": "girl-1",
  "ages-13-15": "girl-4",
  "ages-16-18": "boy-4",
};

/** What the phone remembers of a child of this tier who has finished its first `done` stories. */
export function seed(tier, { done = 2, badges = [], ...more } = {}) {
  const id = "018f0000-0000-7000-8000-000000000001";
  const mine = catalogue.filter((entry) => entry.tier === tier).slice(0, done);
  const sewn = mine.map(({ id: story }, n) => [
    story,
    { stars: 3 - (n % 2), plays: 1, last: Date.now() - (n % 2 ? 2 : 0.1) * DAY },
  ]);
  const person = { id, kind: "guest", nickname: "Colibrí", avatar: faces[tier], tier };
  return JSON.stringify({
    current: id,
    people: [person],
    sewn: { [id]: Object.fromEntries(sewn) },
    badges: { [id]: badges },
    open: {},
    lang: "es",
    ...more,
  });
}

const tiers = ["ages-7-9", "ages-10-12", "ages-13-15", "ages-16-18"];
const homes = tiers.map((tier) => ({ name: `home-${tier}`, tier }));

/** Taps what goes on until the nth question stands; answers those before it with the first option. */
const toAsk = (nth) => async (page) => {
  const agree = page.getByRole("button", { name: "Quiero jugarla" });
  const go = page.getByRole("button", { name: /^(Seguir|Continuar)$/ });
  const options = page.locator(".opt");
  for (let met = 0, taps = 0; taps < 60; taps++) {
    await agree.or(go).or(options.first()).first().waitFor();
    if (await agree.isVisible()) await agree.click();
    else if (await go.isVisible()) await go.click();
    else if (++met === nth || !(await options.first().isVisible())) return;
    else await answer(page);
  }
};
const answer = async (page) => {
  await page.waitForTimeout(400);
  await page.locator(".opt").first().click();
};
const stories = {
  "ages-7-9": "el-sticker-de-kan",
  "ages-10-12": "el-nuevo-del-juego",
  "ages-13-15": "la-cuenta-de-valeria",
  "ages-16-18": "todo-calidad",
};
const storyOf = (tier) => `#/play/${stories[tier]}`;

const plays = tiers.flatMap((tier) => [
  { name: `chat-${tier}`, tier, at: storyOf(tier), act: toAsk(1) },
  {
    name: `after-${tier}`,
    tier,
    at: storyOf(tier),
    act: async (page) => {
      await toAsk(1)(page);
      await answer(page);
    },
  },
]);
const rooms = ["help", "profiles", "badges"].map((room) => ({
  name: room,
  tier: "ages-10-12",
  at: `#/${room}`,
  state: { badges: ["voice-that-tells", "mended-thread", "good-company", "kept-proof"] },
}));
const named = (name) => [...homes, ...plays, ...rooms].find((shot) => shot.name === name);
const tall = { width: 412, height: 915 };
const wide = { width: 1280, height: 800 };

export const shots = [
  { name: "welcome" },
  ...homes,
  ...plays,
  ...rooms,
  { ...named("home-ages-10-12"), name: "sky", width: 412, height: 732 },
  { ...named("home-ages-10-12"), ...tall, name: "tall-home-ages-10-12" },
  { ...named("home-ages-16-18"), ...tall, name: "tall-home-ages-16-18" },
  { ...named("home-ages-10-12"), ...wide, name: "wide-home-ages-10-12" },
  { ...named("chat-ages-10-12"), ...wide, name: "wide-chat-ages-10-12" },
];
